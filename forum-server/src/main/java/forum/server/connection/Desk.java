package forum.server.connection;

import forum.server.command.HotPages;

/** What a loop lends to the connections that it serves, one after the other. Belongs to the loop's thread. */
final class Desk {

    private static final int SPACE = 64 * 1024;
    private static final int MOST_KEPT = 4 * SPACE;

    private final HotPages pages = new HotPages();
    private byte[] space = new byte[SPACE];

    /** Give the pages that were written lately. */
    HotPages pages() {
        return pages;
    }

    /** Lend space to write in. */
    byte[] space() {
        return space;
    }

    /** Take space back, or what it has grown to, unless that is too much to keep. */
    void space(byte[] returned) {
        space = returned.length <= MOST_KEPT ? returned : new byte[SPACE];
    }
}
