package forum.commands;

import forum.api.Name;
import forum.api.Upload;
import forum.api.command.CommandContext;
import forum.api.command.CommandHandler;
import forum.api.command.CommandSpec;
import forum.api.command.Outcome;
import forum.api.command.Parameter;
import forum.api.command.Reply;
import forum.api.command.Request;

/** Serve {@code UPD thread file}. */
public final class UploadFile implements CommandHandler {

    private static final Parameter<Name> THREAD = Parameter.thread("thread");
    private static final Parameter<Upload> FILE = Parameter.localFile("file");
    private static final CommandSpec SPEC =
            CommandSpec.of("UPD", "Upload a file to a thread", new Reply.Line(), THREAD, FILE);

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome handle(Request request, CommandContext context) throws Upload.Cut {
        Name thread = request.value(THREAD);
        return Outcome.of(
                context.forum().attach(thread, request.value(FILE)),
                file -> new Outcome.Line(
                        context.user() + " uploaded file " + file.file() + " to " + thread + " thread"));
    }

    @Override
    public Outcome ask(Request request, Name file, CommandContext context) {
        return Outcome.of(context.forum().mayAttach(request.value(THREAD), file), _ -> new Outcome.Ready());
    }
}
