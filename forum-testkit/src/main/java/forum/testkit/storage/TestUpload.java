package forum.testkit.storage;

import forum.api.Name;
import forum.api.Upload;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Send the bytes of a file, a few at a time, perhaps not all that are announced. */
public final class TestUpload implements Upload {

    private static final int STEP = 1000;

    private final Name file;
    private final ByteBuffer bytes;
    private final long announced;
    private Runnable beforeEnd = () -> {};

    private TestUpload(Name file, byte[] bytes, long announced) {
        this.file = file;
        this.bytes = ByteBuffer.wrap(bytes);
        this.announced = announced;
    }

    /** Send text. */
    public static TestUpload of(String file, String content) {
        return of(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Send bytes. */
    public static TestUpload of(String file, byte[] content) {
        return new TestUpload(new Name(file), content, content.length);
    }

    /** Go away after these bytes though one more was announced. */
    public static TestUpload cut(String file, byte[] content) {
        return new TestUpload(new Name(file), content, content.length + 1L);
    }

    /** Do something after the last byte, before the reader hears that it was the last. */
    public TestUpload beforeEnd(Runnable action) {
        beforeEnd = action;
        return this;
    }

    /** Tell whether any byte was read. */
    public boolean begun() {
        return bytes.position() > 0;
    }

    @Override
    public Name file() {
        return file;
    }

    @Override
    public long size() {
        return announced;
    }

    @Override
    public int read(ByteBuffer target) throws Cut {
        if (!bytes.hasRemaining()) {
            if (announced > bytes.limit()) {
                throw new Cut("The sender went away");
            }
            beforeEnd.run();
            return -1;
        }
        int length = Math.min(Math.min(STEP, target.remaining()), bytes.remaining());
        target.put(target.position(), bytes, bytes.position(), length);
        target.position(target.position() + length);
        bytes.position(bytes.position() + length);
        return length;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {
        // the connection stays open
    }
}
