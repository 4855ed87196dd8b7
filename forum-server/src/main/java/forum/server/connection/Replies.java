package forum.server.connection;

import forum.api.Refusal;
import forum.api.storage.Session;
import forum.api.wire.WireOutput;
import forum.server.command.HotPages;
import forum.server.command.Outlet;
import forum.server.news.Item;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Collect the replies of a connection, and send them once nothing in them can be lost any more.
 *
 * <pre>
 *             begin             send, sendBlock
 *  BETWEEN ----------> WRITING -----------------> PART_SENT
 *     ^                   |                           |
 *     +------- end -------+---------------------------+
 * </pre>
 *
 * <p>While a part of a reply has been sent, and from {@link #hold} to the next {@link #end}, nobody else writes to the
 * line. Belongs to whoever has the connection's turn.
 */
final class Replies implements Outlet {

    private static final int BLOCK = 64 * 1024;

    /** A reply is longer than may be collected. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** Where replies are collected, and whose they are. */
    private record AtOnce(Desk desk, Session session) {}

    private enum Phase {
        BETWEEN,
        WRITING,
        PART_SENT
    }

    private final Line line;
    private final Supplier<Optional<Refusal>> settle;
    private final WireOutput out = new WireOutput();
    private Phase phase = Phase.BETWEEN;
    private int whole;
    private int begun;
    private boolean held;
    private boolean settled;
    private Optional<AtOnce> atOnce = Optional.empty();

    /**
     * Send replies to a line.
     *
     * @param settle makes durable what is about to be sent, or tells why that is not possible
     */
    Replies(Line line, Supplier<Optional<Refusal>> settle) {
        this.line = line;
        this.settle = settle;
    }

    @Override
    public WireOutput out() {
        return out;
    }

    /** Begin a reply. */
    void begin() throws IOException {
        if (settled) {
            flush(); // what was settled says nothing of what comes now
        }
        phase = Phase.WRITING;
        begun = out.size();
    }

    /** End a reply; it is sent with others, or at once where others wait to write. */
    void end() throws IOException {
        whole++;
        if (phase == Phase.WRITING) {
            phase = Phase.BETWEEN;
        }
        if (atOnce.isEmpty() && (held || out.size() >= BLOCK)) {
            flush();
        }
        phase = Phase.BETWEEN;
        release();
    }

    /** Forget what was written of a reply, as if it had not been begun. */
    void takeBack() {
        out.truncate(begun);
        phase = Phase.BETWEEN;
    }

    /**
     * Collect whole replies, none of them longer than a block, at a loop's desk; nothing waits until {@link #collected}.
     *
     * @param session tells whether what is answered is durable
     */
    void collect(Desk desk, Session session) {
        atOnce = Optional.of(new AtOnce(desk, session));
        out.borrow(desk.space());
    }

    /** Leave the desk. */
    void collected() {
        byte[] space = out.giveBack();
        atOnce.ifPresent(at -> at.desk().space(space));
        atOnce = Optional.empty();
    }

    /** Tell how many bytes wait to be sent. */
    int size() {
        return out.size();
    }

    /** Say something else in place of what was written of a reply. */
    void replace(Refusal refusal) throws IOException {
        if (phase == Phase.PART_SENT) {
            throw new EOFException("Too late to say that it went wrong");
        }
        out.truncate(begun);
        out.error(refusal.code(), refusal.text());
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
            settle();
            line.write(out);
        }
        sent();
    }

    /** Make durable what is about to be sent, or say something else. */
    void settle() throws IOException {
        if (settled) {
            return;
        }
        Optional<Refusal> trouble = settle.get();
        if (trouble.isPresent()) {
            refuseAll(trouble.get());
        }
        settled = true;
    }

    /** Send what is durable, as far as it is taken at once; false if some of it waits for {@link #flush}. */
    boolean sendAtOnce() throws IOException {
        if (out.size() == 0) {
            sent();
            return true;
        }
        settled = true;
        boolean all = line.writeAtOnce(out);
        if (all) {
            sent();
        }
        return all;
    }

    private void sent() {
        settled = false;
        whole = 0;
        begun = 0;
    }

    private void refuseAll(Refusal refusal) throws IOException {
        if (phase == Phase.PART_SENT || phase == Phase.WRITING && out.size() > begun) {
            throw new EOFException("Too late to say that it could not be made durable");
        }
        out.truncate(0);
        for (int i = 0; i < whole; i++) {
            out.error(refusal.code(), refusal.text());
        }
    }

    @Override
    public void sendBlock() throws IOException {
        if (atOnce.isPresent() && out.size() - begun >= BLOCK) {
            throw new TooLong();
        }
        if (atOnce.isEmpty() && out.size() >= BLOCK) {
            send();
        }
    }

    @Override
    public WritableByteChannel send() throws IOException {
        hold();
        flush();
        phase = Phase.PART_SENT;
        line.progressed();
        return line.out();
    }

    @Override
    public Optional<HotPages> hotPages() {
        return atOnce.filter(at -> at.session().isDurable()).map(at -> at.desk().pages());
    }

    @Override
    public void progressed() {
        line.progressed();
    }

    /** Write news between two replies, if it is still wanted then. Called by any thread. */
    void push(Item item, Predicate<Item> wanted) throws IOException {
        line.lock();
        try {
            if (wanted.test(item)) {
                WireOutput news = new WireOutput();
                news.protocol(out.protocol());
                Pusher.write(item, news);
                line.write(news);
            }
        } finally {
            line.unlock();
        }
    }
}
