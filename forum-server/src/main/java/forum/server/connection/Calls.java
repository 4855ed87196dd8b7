package forum.server.connection;

import forum.api.Refusal;
import forum.api.command.Outcome;
import forum.api.storage.StorageException;
import forum.server.command.Answered;
import forum.server.command.Faults;
import forum.server.command.OutcomeWriter;
import forum.server.command.Outlet;
import forum.server.command.Registered;
import forum.server.log.OperatorLog;
import java.io.IOException;
import java.util.Optional;

/** Call the commands that one connection asks for, write what comes of it, and tell the operator. */
final class Calls {

    private final Conversation conversation;
    private final Collected collected;
    private final OutcomeWriter writer;

    /** Answer in a conversation, through an outlet to what is collected. */
    Calls(Conversation conversation, Collected collected, Outlet outlet) {
        this.conversation = conversation;
        this.collected = collected;
        this.writer = new OutcomeWriter(outlet);
    }

    /** Call a command. */
    Answered call(Registered command, Incoming request, Member member) throws IOException {
        return conversation.hub().dispatcher().call(command, request.arguments(), member.user(), member.session());
    }

    /** Write an outcome whole, or say that the handler that made it is at fault. */
    void write(Answered answered, Outcome outcome) throws IOException {
        try {
            writer.write(answered.spec(), outcome);
        } catch (StorageException e) {
            throw e;
        } catch (RuntimeException e) {
            conversation.hub().log().fault(answered.spec().name() + " gave what cannot be written", e);
            collected.replace(Faults.internal());
        }
    }

    /** Tell the operator who called what, and what came of it. */
    void log(Answered answered, Member member) {
        OperatorLog log = conversation.hub().log();
        if (!log.tellsActivity()) {
            return;
        }
        Optional<String> result = operatorsLine(answered.outcome());
        if (result.filter(String::isEmpty).isEmpty()) {
            log.activity(member.user() + " issued " + answered.spec().name() + " command");
            result.ifPresent(log::activity);
        }
    }

    /** Give the line for the operator's log; an empty one if the call is not to be logged at all. */
    private static Optional<String> operatorsLine(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Logged(Outcome.Refused(Refusal refusal), var _) -> Optional.of(refusal.operator());
            case Outcome.Logged(var _, String line) -> Optional.of(line);
            case Outcome.Refused(Refusal refusal) -> Optional.of(refusal.operator());
            case Outcome.Line(String text) -> Optional.of(text);
            case Outcome.Ready() -> Optional.of("");
            case Outcome.Lines _,
                    Outcome.Threads _,
                    Outcome.Entries _,
                    Outcome.Table _,
                    Outcome.File _,
                    Outcome.Farewell _,
                    Outcome.PasswordChange _,
                    Outcome.Shutdown _ -> Optional.empty();
        };
    }
}
