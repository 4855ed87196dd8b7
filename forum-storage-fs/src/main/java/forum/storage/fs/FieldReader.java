package forum.storage.fs;

import forum.api.Name;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Read the fields of a record, one after the other.
 *
 * <p>A start reads millions of records while its code is still cold: what works on an array, with few calls, is soonest
 * fast. Whoever reads beyond the end gets an {@link IllegalArgumentException}.
 */
final class FieldReader {

    private final byte[] bytes;
    private int at;
    private int end;

    /** Read a part of an array. */
    FieldReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /** Go on with another part of the array. */
    FieldReader move(int from, int end) {
        this.at = from;
        this.end = end;
        return this;
    }

    byte[] array() {
        return bytes;
    }

    /** Tell where in the array the next field begins. */
    int at() {
        return at;
    }

    int remaining() {
        return end - at;
    }

    /** Look at the byte that comes next. */
    int peek() {
        require(1);
        return bytes[at];
    }

    int octet() {
        require(1);
        return bytes[at++];
    }

    /** Read a number of seven bits a byte. */
    long number() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE && at < end; shift += 7) {
            byte octet = bytes[at++];
            value |= (octet & 0x7fL) << shift;
            if (octet >= 0) {
                return value;
            }
        }
        throw at < end ? new IllegalArgumentException("A number has more than 64 bits") : tooShort();
    }

    /** Read eight bytes. */
    long time() {
        require(Long.BYTES);
        long time = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            time = time << Byte.SIZE | bytes[at++] & 0xff;
        }
        return time;
    }

    /** Read a number that must not be greater than another. */
    int smallNumber(int most) {
        long number = number();
        if (number < 0 || number > most) {
            throw new IllegalArgumentException(number + " is not between 0 and " + most);
        }
        return (int) number;
    }

    /** Read bytes into an array. */
    void copy(byte[] target, int length) {
        require(length);
        System.arraycopy(bytes, at, target, 0, length);
        at += length;
    }

    Name name() {
        return new Name(string());
    }

    String string() {
        int length = length();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    byte[] bytes(int length) {
        require(length);
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    /** Read how many bytes follow that belong together, and make sure that they do. */
    int length() {
        long length = number();
        if (length < 0 || length > remaining()) {
            throw tooShort();
        }
        return (int) length;
    }

    /** Pass over what somebody else reads. */
    FieldReader skip(int length) {
        at += length;
        return this;
    }

    private void require(int length) {
        if (length > end - at) {
            throw tooShort();
        }
    }

    private static IllegalArgumentException tooShort() {
        return new IllegalArgumentException("A record is too short");
    }
}
