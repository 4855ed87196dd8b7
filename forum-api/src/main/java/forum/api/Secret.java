package forum.api;

import java.util.function.Function;

/**
 * Lend a password to whoever must judge it, without an accessor that could leave it in a log.
 *
 * <p>Not thread-safe: a secret belongs to the request that brought it.
 */
public final class Secret {

    private final byte[] bytes;

    /** Take over the bytes; the caller keeps no copy. */
    public Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Lend the bytes for the length of one call; the borrower keeps no copy. */
    public <T> T use(Function<byte[], T> borrower) {
        return borrower.apply(bytes);
    }

    @Override
    public String toString() {
        return "***";
    }
}
