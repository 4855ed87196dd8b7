package forum.server.connection;

import forum.api.Refusal;
import forum.api.storage.StorageException;
import forum.api.wire.ProtocolException;
import forum.api.wire.WireInput;
import forum.api.wire.WireOutput;
import forum.server.Deadlines;
import forum.server.command.Faults;
import forum.server.command.Registered;
import forum.server.login.Occupant;
import forum.server.login.Source;
import forum.server.loop.LoopSocket;
import forum.server.loop.LoopSocket.Awaited;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Serve one connection on a thread of its own.
 *
 * <pre>
 *   +--> read a request --> answer it into a buffer --+
 *   |    (what is missing: make durable, send, wait)  |
 *   +-------------------------------------------------+
 * </pre>
 *
 * <p>All that has arrived is answered before anything is made durable and sent, so a pipeline costs one flush of the
 * disk and one write. Four failures stay apart: bad framing is answered and ends the connection, a refusal is answered,
 * a bug of a handler is answered and logged, and a broken connection just ends.
 */
final class Connection implements Runnable, Occupant {

    private final Hub hub;
    private final Deadlines deadlines;
    private final Lobby lobby;
    private final Pacing pacing;
    private final Line line;
    private final Liveness liveness;
    private final Replies replies;
    private final RequestReader requests;
    private final Conversation conversation;
    private final SessionAnswers sessionAnswers;
    private final CommandAnswers commandAnswers;
    private final Express express;
    private final WireInput in;
    private volatile long activeMillis;
    private volatile boolean dismissed;
    private boolean answering;
    private boolean stranger = true;

    Connection(LoopSocket socket, Desk desk, long id, Hub hub, Lobby lobby, Paces paces) throws IOException {
        SocketChannel channel = socket.channel();
        InetAddress address = ((InetSocketAddress) channel.getRemoteAddress()).getAddress();
        boolean local = address.isLoopbackAddress();
        this.hub = hub;
        this.deadlines = hub.network().limits().deadlines();
        this.lobby = lobby;
        this.line = new Line(socket, deadlines.reading());
        this.liveness = new Liveness(channel, line);
        Collected collected = new Collected(this::settle);
        this.replies = new Replies(line, collected);
        this.in = new WireInput(this::receive);
        this.requests = new RequestReader(
                in,
                word -> hub.commands().find(word).map(Registered::bodyArgument).orElse(0));
        this.conversation = new Conversation(hub, replies.out(), this, id, Source.of(address));
        this.conversation.confidential(local);
        this.pacing = new Pacing(
                Optional.of(paces).filter(_ -> !local || hub.network().limits().loopback()), conversation);
        this.sessionAnswers = new SessionAnswers(conversation, line, replies, this::noteStanding);
        this.commandAnswers = new CommandAnswers(conversation, replies, new Calls(conversation, collected, replies));
        DeskReplies deskReplies = new DeskReplies(desk, line, collected);
        Calls deskCalls = new Calls(conversation, collected, deskReplies);
        this.express = new Express(socket, conversation, deskReplies, deskCalls, pacing, this::heard, () -> !dismissed);
        this.activeMillis = hub.clock().millis();
    }

    @Override
    public void run() {
        try {
            if (new Entrance(in, line, conversation).letsIn()) {
                line.invite(express);
                serve();
                replies.flush();
            }
        } catch (ProtocolException e) {
            lastWords(e.getMessage());
        } catch (IOException | StorageException e) {
            // the other side is gone, or may see nothing more; a fault of the storage was logged
        } catch (RuntimeException | Error e) {
            hub.log().fault("A connection ended by a bug", e);
        } finally {
            conversation.logOut();
            replies.release();
            close();
        }
    }

    /** Have the connection do what has arrived, say goodbye, and close. Called by any thread. */
    void shutDown() {
        line.leave();
    }

    @Override
    public void dismiss() {
        dismissed = true;
        shutDown();
    }

    private WireOutput farewell(boolean withinRequest) {
        return dismissed ? Farewell.ofDismissed(conversation, withinRequest) : Farewell.of(conversation, withinRequest);
    }

    /** Close if the other side does not read, or has been silent for longer than it may. Called by any thread. */
    void cutOffIfStuck() throws IOException {
        if (!deadlines.idle().isZero() && liveness.isSilentFor(deadlines.idle())) {
            line.cutOff();
        }
        line.cutOffIfStuck();
    }

    /** Close at once. Called by any thread. */
    void turnOut() throws IOException {
        line.cutOff();
    }

    /** Say goodbye to who has not finished in time, and close. Called by any thread. */
    void cutOff() throws IOException {
        line.closeWith(farewell(true));
    }

    @Override
    public Instant active() {
        return Instant.ofEpochMilli(activeMillis);
    }

    @Override
    public boolean isSilent() {
        return liveness.isSilent();
    }

    @Override
    public void probe() {
        liveness.probe();
    }

    @Override
    public void endProbe() {
        liveness.endProbe();
    }

    /** Tell whether somebody waits to know if the other side is still there. */
    boolean isProbed() {
        return liveness.isProbed();
    }

    /** End if the other side has vanished. Called by one thread. */
    void cutOffIfDead(Unanswered unanswered) throws IOException {
        if (liveness.isDead(unanswered)) {
            line.cutOff();
        }
    }

    private void serve() throws IOException {
        while (!conversation.isOver() && !dismissed) {
            RequestLimits limits = conversation.member().isPresent() ? RequestLimits.MEMBER : RequestLimits.STRANGER;
            Optional<Incoming> request = requests.next(limits);
            if (request.isEmpty()) {
                return;
            }
            activeMillis = hub.clock().millis();
            answering = true;
            answer(request.get());
            answering = false;
        }
        if (dismissed) {
            replies.flush();
            sayGoodbye();
        }
    }

    /** Note who is a stranger before they are told: nobody is turned out as a stranger who has logged in. */
    private void noteStanding() throws IOException {
        if (conversation.member().isEmpty() == stranger) {
            return;
        }
        stranger = !stranger;
        if (stranger) {
            Optional<Connection> leaving = lobby.enter(this);
            if (leaving.isPresent()) {
                leaving.get().turnOut();
            }
        } else {
            lobby.leave(this);
        }
    }

    private void answer(Incoming request) throws IOException {
        Optional<Refusal> tooFast = line.beginsAnother() ? pacing.next() : pacing.latest();
        Optional<SessionWords.Entry> word = SessionWords.find(request.word());
        if (tooFast.isPresent()) {
            replies.begin();
            conversation.refuse(tooFast.get());
            replies.end();
        } else if (word.isPresent()) {
            sessionAnswers.answer(word.get(), request);
        } else {
            commandAnswers.answer(request);
        }
        if (!conversation.isOver()) {
            request.finish();
        }
    }

    /** Wait for bytes; before that, send what was answered. */
    private int receive(ByteBuffer target) throws IOException {
        int count;
        do {
            replies.flush();
            count = answering
                    ? receive(target, Awaited.BODY, deadlines.upload())
                    : requests.withinRequest()
                            ? receive(target, Awaited.REST, deadlines.request())
                            : receive(target, Awaited.REQUEST, Duration.ZERO);
        } while (count == 0);
        if (count < 0 && line.isLeaving() && !answering) {
            sayGoodbye();
        }
        return count;
    }

    private int receive(ByteBuffer target, Awaited what, Duration patience) throws IOException {
        line.expectWithin(patience);
        int count = line.read(target, what);
        line.expectWithin(Duration.ZERO);
        liveness.heard();
        return count;
    }

    private void heard() {
        liveness.heard();
        activeMillis = hub.clock().millis();
    }

    private void sayGoodbye() throws IOException {
        line.write(farewell(requests.withinRequest()));
        throw new EOFException("The server has said goodbye");
    }

    /** Make durable what is about to be sent, or tell why that is not possible. */
    private Optional<Refusal> settle() {
        try {
            conversation.member().ifPresent(member -> member.session().sync());
            return Optional.empty();
        } catch (StorageException e) {
            hub.log().trouble("What was answered could not be made durable", e);
            return Optional.of(Faults.of(e));
        } finally {
            if (conversation.isOver()) {
                conversation.logOut();
            }
        }
    }

    private void lastWords(String message) {
        try {
            replies.begin();
            conversation.refuse("PROTOCOL", message);
            replies.end();
            replies.flush();
        } catch (IOException | StorageException e) {
            // nobody is there to read them
        }
    }

    private void close() {
        try {
            line.closeGently(!line.isLeaving() || requests.withinRequest());
        } catch (IOException e) {
            // it is closed already
        }
    }
}
