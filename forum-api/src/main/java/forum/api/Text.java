package forum.api;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Hold the text of a message as UTF-8 bytes, so that it travels from the wire to the disk and back undecoded.
 *
 * <p>A text can be any bytes until it is {@link #checked}; a forum stores only checked ones. Equal by content.
 * Thread-safe: the bytes never change.
 */
public final class Text {

    /** The longest text, in bytes. */
    public static final int MAX_LENGTH = 64 * 1024;

    private final ByteBuffer bytes;
    private final int from;
    private final int length;

    private Text(ByteBuffer bytes, int from, int length) {
        this.bytes = bytes;
        this.from = from;
        this.length = length;
    }

    /** Encode a string. */
    public static Text of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Wrap bytes as they came; the array must not be changed afterwards. */
    public static Text of(byte[] bytes) {
        return stored(ByteBuffer.wrap(bytes), 0, bytes.length);
    }

    /**
     * Show a part of a storage's own memory as a text, without a copy.
     *
     * @param bytes the memory, on the heap or off it; these bytes of it must never change again
     */
    public static Text stored(ByteBuffer bytes, int from, int length) {
        return new Text(bytes, from, length);
    }

    /**
     * Judge this text: 1 byte to 64 KiB of valid UTF-8 without control characters other than tab and line feed
     * (docs/protocol.md, Limits). CR LF becomes LF.
     *
     * @return the text to store, or {@code BADTEXT} or {@code TOOBIG}
     */
    public Answer<Text> checked() {
        if (length == 0) {
            return new Answer.Refused<>(Refusal.badText("The text must not be empty"));
        }
        if (length > MAX_LENGTH) {
            return new Answer.Refused<>(Refusal.tooBig("A text has at most " + MAX_LENGTH + " bytes"));
        }
        return isPlainAscii() ? new Answer.Done<>(this) : checkedSlowly(bytes());
    }

    /** Tell the length in bytes. */
    public int length() {
        return length;
    }

    /** Copy the bytes out. */
    public byte[] bytes() {
        byte[] copy = new byte[length];
        bytes.get(from, copy);
        return copy;
    }

    /** Copy the bytes to a place in an array. */
    public void copyTo(byte[] target, int at) {
        bytes.get(from, target, at, length);
    }

    /** Put the bytes at the target's position, which moves on behind them. */
    public void writeTo(ByteBuffer target) {
        target.put(target.position(), bytes, from, length);
        target.position(target.position() + length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Text text && slice().equals(text.slice());
    }

    @Override
    public int hashCode() {
        return slice().hashCode();
    }

    /** Decode; what is no UTF-8 shows as U+FFFD. */
    @Override
    public String toString() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    private ByteBuffer slice() {
        return bytes.slice(from, length);
    }

    private boolean isPlainAscii() {
        for (int i = from; i < from + length; i++) {
            byte b = bytes.get(i);
            if (b < ' ' && b != '\n' && b != '\t' || b == 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static Answer<Text> checkedSlowly(byte[] raw) {
        CharBuffer chars;
        try {
            chars = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw));
        } catch (CharacterCodingException e) {
            return new Answer.Refused<>(Refusal.badText("The text is not valid UTF-8"));
        }
        for (int i = 0; i < chars.length(); i++) {
            char c = chars.charAt(i);
            boolean lineEnd = c == '\r' && i + 1 < chars.length() && chars.charAt(i + 1) == '\n';
            if (Character.isISOControl(c) && c != '\n' && c != '\t' && !lineEnd) {
                return new Answer.Refused<>(
                        Refusal.badText("The text contains a control character (U+%04X)".formatted((int) c)));
            }
        }
        return new Answer.Done<>(of(withoutCarriageReturns(raw)));
    }

    private static byte[] withoutCarriageReturns(byte[] raw) {
        byte[] kept = new byte[raw.length];
        int length = 0;
        for (byte b : raw) {
            if (b != '\r') {
                kept[length++] = b;
            }
        }
        return length == raw.length ? raw : Arrays.copyOf(kept, length);
    }
}
