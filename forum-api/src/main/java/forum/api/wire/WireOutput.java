package forum.api.wire;

import forum.api.Text;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Collect what is to be written to a connection, in RESP2, or in RESP3 once {@link #protocol} says so.
 *
 * <p>What RESP2 lacks is written as Redis does: a map as an array twice as long, a push or a set as an array, a boolean
 * as 1 or 0, nothing as a null bulk string. Not thread-safe.
 */
public final class WireOutput {

    private static final int SMALLEST = 256;
    private static final int LARGEST_KEPT = 4 * 1024;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long EACH_BYTE = 0x0101010101010101L;
    private static final long EACH_TOP_BIT = 0x8080808080808080L;

    private static final byte[] NOTHING = {};

    private byte[] bytes = NOTHING;
    private boolean borrowed;
    private int size;
    private int lastSize;
    private int protocol = 2;

    /** Tell which version of RESP is written. */
    public int protocol() {
        return protocol;
    }

    /** Write RESP version 2 or 3 from here on. */
    public void protocol(int version) {
        this.protocol = version;
    }

    /** Tell how many bytes are waiting to be written. */
    public int size() {
        return size;
    }

    /** Forget what is waiting behind the first bytes, as if it had not been collected. */
    public void truncate(int size) {
        this.size = Math.min(this.size, size);
    }

    /** Copy what is waiting behind the first bytes. */
    public byte[] copy(int from) {
        return Arrays.copyOfRange(bytes, from, size);
    }

    /** Write all that is waiting, until the channel has taken it, and forget it. */
    public void drainTo(WritableByteChannel channel) throws IOException {
        ByteBuffer waiting = ByteBuffer.wrap(bytes, 0, size);
        while (waiting.hasRemaining()) {
            channel.write(waiting);
        }
        lastSize = size;
        size = 0;
        if (!borrowed && bytes.length > LARGEST_KEPT) {
            bytes = NOTHING;
        }
    }

    /** Write what is waiting as far as the channel takes it at once, and forget that; true if it was all. */
    public boolean drainAtOnce(WritableByteChannel channel) throws IOException {
        int count = size == 0 ? 0 : channel.write(ByteBuffer.wrap(bytes, 0, size));
        System.arraycopy(bytes, count, bytes, 0, size - count);
        size -= count;
        if (size == 0 && !borrowed) {
            bytes = NOTHING;
        }
        return size == 0;
    }

    /** Collect in space that is lent, which a connection that only waits then needs none of. */
    public void borrow(byte[] space) {
        byte[] lent = space.length >= size ? space : new byte[size];
        System.arraycopy(bytes, 0, lent, 0, size);
        bytes = lent;
        borrowed = true;
    }

    /** Give back what was lent, or what it has grown to, and keep what is waiting. */
    public byte[] giveBack() {
        byte[] lent = bytes;
        bytes = size == 0 ? NOTHING : Arrays.copyOf(bytes, size);
        borrowed = false;
        return lent;
    }

    /** Add a simple string: one line of the server's own words, without CR and LF. */
    public void simple(String line) {
        line('+', line);
    }

    /** Add an error: a code word and one line of text, without CR and LF. */
    public void error(String code, String text) {
        line('-', code + " " + text);
    }

    /** Add a number. */
    public void number(long value) {
        header(':', value);
    }

    /** Add a bulk string. */
    public void bulk(byte[] content) {
        bulkHeader(content.length);
        raw(content, 0, content.length);
        endLine();
    }

    /** Add a bulk string. */
    public void bulk(String content) {
        bulkHeader(byteCount(content));
        raw(content);
        endLine();
    }

    /** Add a bulk string. */
    public void bulk(Text content) {
        bulkHeader(content.length());
        raw(content);
        endLine();
    }

    /** Begin a bulk string whose bytes and {@link #endLine} follow. */
    public void bulkHeader(long length) {
        header('$', length);
    }

    /** Begin an array; its elements follow. */
    public void array(int length) {
        header('*', length);
    }

    /** Begin a map; so many keys, each with its value, follow. */
    public void map(int entries) {
        header(protocol == 2 ? '*' : '%', protocol == 2 ? 2L * entries : entries);
    }

    /** Begin a set; its elements follow. */
    public void set(int length) {
        header(protocol == 2 ? '*' : '~', length);
    }

    /** Begin what is sent without being asked for; its elements follow. */
    public void push(int length) {
        header(protocol == 2 ? '*' : '>', length);
    }

    /** Add a boolean. */
    public void bool(boolean value) {
        if (protocol == 2) {
            number(value ? 1 : 0);
        } else {
            line('#', value ? "t" : "f");
        }
    }

    /** Add nothing. */
    public void nil() {
        if (protocol == 2) {
            header('$', -1);
        } else {
            line('_', "");
        }
    }

    /** Add bytes as they are. */
    public void raw(byte[] content, int from, int length) {
        room(length);
        System.arraycopy(content, from, bytes, size, length);
        size += length;
    }

    /** Add a text's bytes as they are. */
    public void raw(Text content) {
        room(content.length());
        content.copyTo(bytes, size);
        size += content.length();
    }

    /** Add a string's UTF-8 bytes as they are. */
    public void raw(String content) {
        int length = content.length();
        room(length);
        int end = size;
        for (int i = 0; i < length; i++) {
            char c = content.charAt(i);
            if (c >= 0x80) {
                byte[] encoded = content.getBytes(StandardCharsets.UTF_8);
                raw(encoded, 0, encoded.length);
                return;
            }
            bytes[end++] = (byte) c;
        }
        size = end;
    }

    /** Add a byte as it is; of a character only the ASCII ones are. */
    public void raw(char ascii) {
        room(1);
        bytes[size++] = (byte) ascii;
    }

    /** Add the digits of a number, without a type and an end. */
    public void digits(long value) {
        room(Digits.LONGEST);
        size = Digits.write(value, bytes, size);
    }

    /** Tell how many bytes {@link #digits} adds for a number from 0 on. */
    public static int digitCount(long value) {
        return Digits.count(value);
    }

    /** Tell how many bytes a string is in UTF-8. */
    private static int byteCount(String content) {
        for (int i = 0; i < content.length(); i++) {
            if (content.charAt(i) >= 0x80) {
                return content.getBytes(StandardCharsets.UTF_8).length;
            }
        }
        return content.length();
    }

    /** Tell whether an ASCII character is among what is waiting, from a place on. */
    public boolean contains(char ascii, int from) {
        long wanted = ascii * EACH_BYTE;
        long found = 0;
        int i = from;
        for (; i <= size - Long.BYTES; i += Long.BYTES) {
            // a byte of the difference is 0 just where the character is; the subtraction borrows there first
            long difference = (long) LONG.get(bytes, i) ^ wanted;
            found |= difference - EACH_BYTE & ~difference & EACH_TOP_BIT;
        }
        for (; i < size; i++) {
            found |= bytes[i] == ascii ? 1 : 0;
        }
        return found != 0;
    }

    /** Add CR LF. */
    public void endLine() {
        room(2);
        bytes[size++] = '\r';
        bytes[size++] = '\n';
    }

    /** Add a line of that type. */
    void line(char type, String line) {
        if (line.indexOf('\r') >= 0 || line.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("A line cannot hold another: " + line);
        }
        raw(type);
        raw(line);
        endLine();
    }

    /** Add a line of that type with a number. */
    void header(char type, long value) {
        room(1 + Digits.LONGEST);
        bytes[size++] = (byte) type;
        size = Digits.write(value, bytes, size);
        endLine();
    }

    /** Grow to what was needed the last time at once: a connection often asks for the same again. */
    private void room(int more) {
        if (bytes.length - size < more) {
            int needed = Math.max(Math.max(Math.addExact(size, more), lastSize), SMALLEST);
            bytes = Arrays.copyOf(bytes, Math.max(needed, (int) Math.min(2L * bytes.length, Integer.MAX_VALUE - 8)));
        }
    }
}
