package forum.server.connection;

import forum.api.Refusal;
import forum.api.wire.WireOutput;
import forum.server.command.HotPages;
import forum.server.command.Outlet;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.Optional;

/**
 * Collect the replies of a connection's thread, and send them, waiting, once nothing in them can be lost any more.
 *
 * <p>While a part of a reply has been sent, and from {@link #hold} to the next {@link #end}, nobody else writes to the
 * line. Belongs to the connection's thread, while that has the turn.
 */
final class Replies implements Outlet {

    private final Line line;
    private final Collected collected;
    private final WireOutput out;
    private boolean held;

    /** Send to a line what is collected there. */
    Replies(Line line, Collected collected) {
        this.line = line;
        this.collected = collected;
        this.out = collected.out();
    }

    @Override
    public WireOutput out() {
        return out;
    }

    /** Begin a reply. */
    void begin() throws IOException {
        if (collected.isSettled()) {
            flush();
        }
        collected.begin();
    }

    /** End a reply; it is sent with others, or at once where others wait to write. */
    void end() throws IOException {
        collected.end();
        if (held || out.size() >= Collected.BLOCK) {
            flush();
        }
        release();
    }

    /** Say something else in place of what was written of a reply. */
    void replace(Refusal refusal) throws IOException {
        collected.replace(refusal);
    }

    /** Keep others from writing until the next reply is sent. */
    void hold() {
        if (!held) {
            line.lock();
            held = true;
        }
    }

    /** Let others write, though a reply may be broken off: the connection is about to be closed. */
    void release() {
        if (held) {
            held = false;
            line.unlock();
        }
    }

    /** Send the replies that were collected. */
    void flush() throws IOException {
        if (out.size() > 0) {
            collected.settle();
            line.write(out);
        }
        collected.sent();
    }

    @Override
    public void sendBlock() throws IOException {
        if (out.size() >= Collected.BLOCK) {
            send();
        }
    }

    @Override
    public WritableByteChannel send() throws IOException {
        hold();
        flush();
        collected.sentInPart();
        line.progressed();
        return line.out();
    }

    /** Remember none: what is written here may go out in blocks. */
    @Override
    public Optional<HotPages> hotPages() {
        return Optional.empty();
    }

    @Override
    public void progressed() {
        line.progressed();
    }
}
