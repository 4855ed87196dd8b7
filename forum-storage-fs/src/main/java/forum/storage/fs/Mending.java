package forum.storage.fs;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Make a segment sound again after a write to it failed: nothing of what was undone may be found by a later replay.
 *
 * <p>The kernel forgets pages that it failed to write, so what was written is not trusted: it is written over with
 * zeros, and the segment is read again, before anything else is appended.
 *
 * @param from where the first record lies that did not become durable
 * @param to the end of what the failed write may have written
 */
record Mending(Segment segment, int from, int to) {

    void mend() throws IOException {
        segment.file().write(ByteBuffer.allocateDirect(to - from), from);
        segment.file().force();
        verify();
    }

    private void verify() throws IOException {
        ByteBuffer image = ByteBuffer.allocateDirect(segment.length());
        segment.file().read(image, 0);
        image.flip();
        SegmentScan scan = new SegmentScan(image);
        scan.skipSound();
        if (image.limit() != segment.length() || scan.end() != from || scan.leftover() != 0) {
            throw new IOException(segment.path() + " holds other bytes than were written to it; "
                    + "stop the server and let `forum-server check` look at it");
        }
    }
}
