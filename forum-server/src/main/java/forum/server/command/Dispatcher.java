package forum.server.command;

import forum.api.Name;
import forum.api.Upload;
import forum.api.command.CommandHandler;
import forum.api.command.Outcome;
import forum.api.storage.Session;
import forum.api.storage.StorageException;
import forum.server.command.CallRunner.CallFailed;
import forum.server.command.CallRunner.Work;
import forum.server.log.OperatorLog;
import org.jspecify.annotations.Nullable;

/**
 * Call handlers, and keep three things apart: a refusal is answered, a fault of the storage is answered and logged, a
 * bug of a handler is answered and logged with its stack. Thread-safe.
 */
public final class Dispatcher {

    private final CallRunner own;
    private final CallRunner plugins;
    private final Surroundings surroundings;
    private final Trust trust;
    private final OperatorLog log;

    /** Run the forum's own handlers and those of plugins each in their way. */
    public Dispatcher(CallRunner own, CallRunner plugins, Surroundings surroundings, Trust trust, OperatorLog log) {
        this.own = own;
        this.plugins = plugins;
        this.surroundings = surroundings;
        this.trust = trust;
        this.log = log;
    }

    /**
     * Call a command for a user.
     *
     * @throws Upload.Cut when the user's connection ends, or falls silent for long, in the middle of a file
     */
    public Answered call(Registered command, Arguments arguments, Name user, Session session) throws Upload.Cut {
        Context context =
                new Context(user, session, command.origin(), surroundings, trust.session(command.origin(), user));
        CommandHandler handler = command.handler();
        return switch (Bound.of(command.spec(), arguments.timedBy(context.uploadTime()))) {
            case Bound.Refused(var refusal) -> answered(command, new Outcome.Refused(refusal), context);
            case Bound.Call(var request) -> run(command, context, () -> handler.handle(request, context), false);
            case Bound.Ask(var request, Name file) ->
                run(command, context, () -> handler.ask(request, file, context), true);
        };
    }

    private Answered run(Registered command, Context context, Work<Outcome> work, boolean question) throws Upload.Cut {
        try {
            Outcome outcome = command.origin().plugin()
                    ? runPlugin(command, context, work, question)
                    : checked(command, own.run(command, context, work), question);
            context.syncTrusted();
            return answered(command, outcome, context);
        } catch (Upload.Cut cut) {
            context.close();
            throw cut;
        } catch (StorageException e) {
            log.trouble(command.spec().name() + " could not be done", e);
            return answered(command, new Outcome.Refused(Faults.of(e)), context);
        } catch (CallFailed e) {
            report(command, e);
            return new Answered(command.spec(), new Outcome.Refused(e.refusal()), context, e.stillRunning());
        } catch (RuntimeException | Error e) {
            log.fault(name(command) + " failed: " + e, e);
            return answered(command, new Outcome.Refused(Faults.internal()), context);
        }
    }

    /** Run a plugin's handler, and all other code of the plugin that its outcome may hold. */
    private Outcome runPlugin(Registered command, Context context, Work<Outcome> work, boolean question)
            throws Upload.Cut, CallFailed {
        Foreign foreign = new Foreign(plugins, command, context);
        return plugins.run(command, context, () -> foreign.tamed(checked(command, work.run(), question)));
    }

    private void report(Registered command, CallFailed failure) {
        String line = name(command) + " failed: " + failure.getMessage();
        if (failure.getCause() == null) {
            log.warning(line);
        } else {
            log.fault(line, failure.getCause());
        }
    }

    private static String name(Registered command) {
        return command.spec().name() + " of " + command.origin().inFull();
    }

    private static Outcome checked(Registered command, @Nullable Outcome outcome, boolean question) {
        if (outcome == null) {
            throw new IllegalStateException("It gave null");
        }
        boolean fits = question
                ? Shape.fitsQuestion(outcome)
                : Shape.fits(command.spec().reply(), outcome);
        if (!fits) {
            throw new IllegalStateException(
                    "The outcome " + outcome.getClass().getSimpleName() + " is not what the spec promises");
        }
        return outcome;
    }

    private static Answered answered(Registered command, Outcome outcome, Context context) {
        return new Answered(command.spec(), outcome, context, false);
    }
}
