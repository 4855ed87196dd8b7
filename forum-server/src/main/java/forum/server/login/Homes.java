package forum.server.login;

import forum.api.Name;

/**
 * Remember where users have logged in from, in a memory of fixed size: one that falls together with a newer one is
 * forgotten. Not thread-safe.
 */
final class Homes {

    private static final int CELLS = 1 << 14;

    private final KeyedDigest digests;
    private final long[] cells = new long[CELLS];

    Homes(KeyedDigest digests) {
        this.digests = digests;
    }

    void add(Name user, Source source) {
        long digest = digest(user, source);
        cells[cell(digest)] = digest;
    }

    boolean contains(Name user, Source source) {
        long digest = digest(user, source);
        return cells[cell(digest)] == digest;
    }

    private long digest(Name user, Source source) {
        return digests.of("home", user.value(), source.network());
    }

    private static int cell(long digest) {
        return (int) (digest & CELLS - 1);
    }
}
