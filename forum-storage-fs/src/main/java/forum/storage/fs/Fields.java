package forum.storage.fs;

import forum.api.Name;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Write and read the fields of a record: numbers of seven bits a byte, strings with their length before them. */
final class Fields {

    private Fields() {}

    static void putNumber(ByteBuffer target, long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            target.put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        target.put((byte) rest);
    }

    static long number(ByteBuffer source) {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte b = source.get();
            value |= (b & 0x7fL) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("A number has more than 64 bits");
    }

    static void putName(ByteBuffer target, Name name) {
        putString(target, name.value());
    }

    static Name name(ByteBuffer source) {
        return new Name(string(source));
    }

    static void putString(ByteBuffer target, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        putNumber(target, bytes.length);
        target.put(bytes);
    }

    static String string(ByteBuffer source) {
        long length = number(source);
        return new String(bytes(source, length), StandardCharsets.UTF_8);
    }

    static byte[] bytes(ByteBuffer source, long length) {
        if (length < 0 || length > source.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[(int) length];
        source.get(bytes);
        return bytes;
    }
}
