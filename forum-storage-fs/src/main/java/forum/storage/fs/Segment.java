package forum.storage.fs;

import java.nio.file.Path;

/** Write to a file of the journal; all of it is there, as zeros, before the first record. */
record Segment(Path path, SegmentHeader header, DiskFile file) {

    long last() {
        return header.last();
    }

    int length() {
        return header.length();
    }
}
