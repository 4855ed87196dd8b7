package forum.storage.fs;

import forum.api.Name;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Write the fields of a record, which {@link FieldReader} reads: numbers of seven bits a byte, strings with their length before them. */
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

    static void putName(ByteBuffer target, Name name) {
        putString(target, name.value());
    }

    static void putString(ByteBuffer target, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        putNumber(target, bytes.length);
        target.put(bytes);
    }
}
