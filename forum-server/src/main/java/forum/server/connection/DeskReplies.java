package forum.server.connection;

import forum.api.storage.Session;
import forum.api.wire.WireOutput;
import forum.server.command.HotPages;
import forum.server.command.Outlet;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.Optional;

/**
 * Collect whole replies at a loop's desk, none of them longer than a block, and send as much as is taken at once; what is
 * left is for the connection's thread. Belongs to the loop, while that has the turn.
 */
final class DeskReplies implements Outlet {

    /** A reply is longer than may be collected. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;
    }

    private final Desk desk;
    private final Line line;
    private final Collected collected;
    private final WireOutput out;
    private Optional<Session> session = Optional.empty();

    /** Send to a line what is collected. */
    DeskReplies(Desk desk, Line line, Collected collected) {
        this.desk = desk;
        this.line = line;
        this.collected = collected;
        this.out = collected.out();
    }

    /**
     * Take the desk.
     *
     * @param session tells whether what is answered is durable
     */
    void come(Session session) {
        this.session = Optional.of(session);
        out.borrow(desk.space());
    }

    /** Leave the desk to others. */
    void leave() {
        desk.space(out.giveBack());
        session = Optional.empty();
    }

    /** Begin a reply. */
    void begin() {
        collected.begin();
    }

    /** End a reply. */
    void end() {
        collected.end();
    }

    /** Forget what was written of a reply, as if it had not been begun. */
    void takeBack() {
        collected.takeBack();
    }

    /** Tell how many bytes wait to be sent. */
    int size() {
        return out.size();
    }

    /** Make durable what is about to be sent, or say something else; beside the loop. */
    void settle() throws IOException {
        collected.settle();
    }

    /** Send what is durable, as far as it is taken at once; false if some of it is left. */
    boolean sendAtOnce() throws IOException {
        if (out.size() > 0) {
            collected.durable();
            if (!line.writeAtOnce(out)) {
                return false;
            }
        }
        collected.sent();
        return true;
    }

    @Override
    public WireOutput out() {
        return out;
    }

    @Override
    public void sendBlock() throws TooLong {
        if (collected.sizeOfLatest() >= Collected.BLOCK) {
            throw new TooLong();
        }
    }

    @Override
    public WritableByteChannel send() {
        throw new IllegalStateException("Nothing is sent in parts from a desk");
    }

    @Override
    public Optional<HotPages> hotPages() {
        return session.filter(Session::isDurable).map(_ -> desk.pages());
    }

    /** Do nothing: nobody is waited for. */
    @Override
    public void progressed() {}
}
