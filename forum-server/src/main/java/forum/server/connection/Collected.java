package forum.server.connection;

import forum.api.Refusal;
import forum.api.wire.WireOutput;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The replies of a connection that are not sent yet: until they are, something else can be said in their place. What
 * becomes of the latest one:
 *
 * <pre>
 *            begin          sentInPart
 *   WHOLE ----------> BEGUN -----------> SENT_IN_PART
 *     ^                 |  ^                   |
 *     +------ end ------+  +------ begin ------+
 * </pre>
 *
 * <p>Belongs to whoever has the connection's turn.
 */
final class Collected {

    /** So much is sent together, in bytes. */
    static final int BLOCK = 64 * 1024;

    private enum Latest {
        WHOLE,
        BEGUN,
        SENT_IN_PART
    }

    private final WireOutput out = new WireOutput();
    private final Supplier<Optional<Refusal>> settling;
    private Latest latest = Latest.WHOLE;
    private int whole;
    private int begun;
    private boolean settled;

    /**
     * Begin with none.
     *
     * @param settling makes durable what is about to be sent, or tells why that is not possible
     */
    Collected(Supplier<Optional<Refusal>> settling) {
        this.settling = settling;
    }

    /** Give where they are written. */
    WireOutput out() {
        return out;
    }

    /** Begin a reply. */
    void begin() {
        latest = Latest.BEGUN;
        begun = out.size();
    }

    /** End a reply; one that was sent in part stays so, for its end cannot be replaced either. */
    void end() {
        whole++;
        if (latest == Latest.BEGUN) {
            latest = Latest.WHOLE;
        }
    }

    /** Forget what was written of a reply, as if it had not been begun. */
    void takeBack() {
        out.truncate(begun);
        latest = Latest.WHOLE;
    }

    /** Say something else in place of what was written of a reply. */
    void replace(Refusal refusal) throws IOException {
        if (latest == Latest.SENT_IN_PART) {
            throw new EOFException("Too late to say that it went wrong");
        }
        out.truncate(begun);
        out.error(refusal.code(), refusal.text());
    }

    /** Tell how many bytes the latest reply has. */
    int sizeOfLatest() {
        return out.size() - begun;
    }

    /** Make durable what is to be sent, or say something else in its place. */
    void settle() throws IOException {
        if (settled) {
            return;
        }
        Optional<Refusal> trouble = settling.get();
        if (trouble.isPresent()) {
            refuseAll(trouble.get());
        }
        settled = true;
    }

    /** Take note that what is to be sent is durable as it is. */
    void durable() {
        settled = true;
    }

    /** Tell whether some of it is settled, and so is to be sent before more is collected, which may not be durable. */
    boolean isSettled() {
        return settled;
    }

    /** Take note that all was sent. */
    void sent() {
        settled = false;
        whole = 0;
        begun = 0;
    }

    /** Take note that all was sent, and that more comes of the latest reply. */
    void sentInPart() {
        sent();
        latest = Latest.SENT_IN_PART;
    }

    private void refuseAll(Refusal refusal) throws IOException {
        if (latest == Latest.SENT_IN_PART || latest == Latest.BEGUN && sizeOfLatest() > 0) {
            throw new EOFException("Too late to say that it could not be made durable");
        }
        out.truncate(0);
        for (int i = 0; i < whole; i++) {
            out.error(refusal.code(), refusal.text());
        }
    }
}
