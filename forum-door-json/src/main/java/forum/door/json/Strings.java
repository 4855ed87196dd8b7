package forum.door.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** An answer that takes the strings of an array one by one. */
abstract class Strings implements Answer {

    private final ByteArrayOutputStream string = new ByteArrayOutputStream();

    /** Take a string of the array. */
    abstract void string(String content) throws IOException;

    @Override
    public void bytes(ByteBuffer part) {
        byte[] bytes = new byte[part.remaining()];
        part.get(bytes);
        string.writeBytes(bytes);
    }

    @Override
    public void endOfBulk() throws IOException {
        String content = string.toString(StandardCharsets.UTF_8);
        string.reset();
        string(content);
    }
}
