package forum.server.connection;

import forum.api.Refusal;
import forum.server.command.Answered;
import forum.server.command.Registered;
import forum.server.loop.Detour;
import forum.server.loop.Guest;
import forum.server.loop.LoopSocket;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Answer on the loop what most requests are: whole ones, of the forum's own commands that change a little or read a
 * page. All else is left to the connection's thread, and everything is answered as that would.
 *
 * <pre>
 *   serve: answer all that is whole --+-- nothing waits for the disk ------------------> send
 *                                     +-- something does: detour, make durable, back --> send
 * </pre>
 */
final class Express implements Guest, Detour {

    /** So many requests, or bytes of replies, are a turn: then others have theirs. */
    private static final int MOST_REQUESTS = 256;

    private static final int MOST_BYTES = 128 * 1024;

    /** So much is sent before more is answered, in bytes. */
    private static final int MUCH = 32 * 1024;

    private final LoopSocket socket;
    private final Conversation conversation;
    private final DeskReplies replies;
    private final Calls calls;
    private final Pacing pacing;
    private final Runnable heard;
    private final BooleanSupplier mayServe;
    private Optional<Throwable> trouble = Optional.empty();
    private boolean tooLong;

    /**
     * Serve a connection.
     *
     * @param heard hears that something has arrived
     * @param mayServe tells whether the connection is to go on
     */
    Express(
            LoopSocket socket,
            Conversation conversation,
            DeskReplies replies,
            Calls calls,
            Pacing pacing,
            Runnable heard,
            BooleanSupplier mayServe) {
        this.socket = socket;
        this.conversation = conversation;
        this.replies = replies;
        this.calls = calls;
        this.pacing = pacing;
        this.heard = heard;
        this.mayServe = mayServe;
    }

    @Override
    public Served serve(ByteBuffer arrived) throws IOException {
        heard.run();
        Optional<Member> member = conversation.member().filter(this::mayServeAtOnce);
        return member.isPresent() ? serve(arrived, member.get()) : Served.NOT_ALL;
    }

    /**
     * Tell whether nobody else writes to the connection, which could come between two parts of a reply, the first
     * request is none that was tried before, and neither the storage nor the log would make the loop wait.
     */
    private boolean mayServeAtOnce(Member member) {
        boolean again = tooLong;
        tooLong = false;
        return !again
                && conversation.subscription().isEmpty()
                && member.session().hasRoom()
                && !conversation.hub().log().isBehind();
    }

    private Served serve(ByteBuffer arrived, Member member) throws IOException {
        replies.come(member.session());
        try {
            boolean turnOver = answersTurn(arrived, member);
            if (!member.session().isDurable()) {
                socket.loop().detour(this);
                return Served.DETOUR;
            }
            if (!replies.sendAtOnce()) {
                return Served.NOT_ALL;
            }
            return !arrived.hasRemaining() ? Served.ALL : turnOver ? Served.TURN_OVER : Served.NOT_ALL;
        } finally {
            replies.leave();
        }
    }

    /** Answer what is whole, and needs no waiting; true if it was left because nothing more is to be answered now. */
    private boolean answersTurn(ByteBuffer arrived, Member member) throws IOException {
        int sent = 0;
        for (int count = 1; mayServe.getAsBoolean() && answersNext(arrived, member); count++) {
            int size = replies.size();
            if (count == MOST_REQUESTS || sent + size >= MOST_BYTES) {
                return true;
            }
            if (size >= MUCH) {
                sent += size;
                if (!member.session().isDurable() || !replies.sendAtOnce()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Answer the next request, if it is whole and needs no waiting. */
    private boolean answersNext(ByteBuffer arrived, Member member) throws IOException {
        int start = arrived.position();
        Optional<Incoming> request = WholeRequest.next(arrived);
        Optional<Registered> command =
                request.flatMap(r -> conversation.hub().commands().quick(r.word()));
        if (command.isPresent() && answersNext(command.get(), request.get(), member)) {
            return true;
        }
        arrived.position(start);
        return false;
    }

    private boolean answersNext(Registered command, Incoming request, Member member) throws IOException {
        Optional<Refusal> tooFast = pacing.next();
        replies.begin();
        if (tooFast.isPresent()) {
            conversation.refuse(tooFast.get());
        } else if (!answers(command, request, member)) {
            replies.takeBack();
            return false;
        }
        replies.end();
        return true;
    }

    /** Answer a command; false if the reply is too long: then nothing was done. */
    private boolean answers(Registered command, Incoming request, Member member) throws IOException {
        try (Answered answered = calls.call(command, request, member)) {
            calls.write(answered, answered.outcome());
            calls.log(answered, member);
            return true;
        } catch (DeskReplies.TooLong e) {
            tooLong = true;
            pacing.onceMore();
            return false;
        }
    }

    @Override
    public void beside() {
        try {
            replies.settle();
        } catch (IOException | RuntimeException | Error e) {
            trouble = Optional.of(e);
        }
    }

    @Override
    public void back() {
        if (trouble.isPresent()) {
            socket.fail(trouble.get());
            return;
        }
        try {
            socket.goOn(replies.sendAtOnce());
        } catch (IOException | RuntimeException | Error e) {
            socket.fail(e);
        }
    }
}
