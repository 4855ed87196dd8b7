package forum.commands;

import forum.api.Content;
import forum.api.Name;
import forum.api.Refusal;
import forum.api.command.CommandContext;
import forum.api.command.CommandHandler;
import forum.api.command.CommandSpec;
import forum.api.command.Outcome;
import forum.api.command.Parameter;
import forum.api.command.Reply;
import forum.api.command.Request;

/**
 * Serve {@code DWN thread file [offset [length]]}.
 *
 * <p>A client may fetch a file in parts; the operator reads of it once, with the part that reaches the file's end.
 */
public final class DownloadFile implements CommandHandler {

    private static final Parameter<Name> THREAD = Parameter.thread("thread");
    private static final Parameter<Name> FILE = Parameter.attachedFile("file");
    private static final Parameter<Long> OFFSET = Parameter.number("offset").optional();
    private static final Parameter<Long> LENGTH = Parameter.number("length").optional();
    private static final CommandSpec SPEC = CommandSpec.of(
            "DWN",
            "Download a file of a thread",
            new Reply.File("{file}", "{file} successfully downloaded"),
            THREAD,
            FILE,
            OFFSET,
            LENGTH);

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome handle(Request request, CommandContext context) {
        long offset = request.optional(OFFSET).orElse(0L);
        long length = request.optional(LENGTH).orElse(Long.MAX_VALUE);
        if (offset < 0 || length < 0) {
            return new Outcome.Refused(new Refusal("SYNTAX", "Incorrect syntax for DWN"));
        }
        Name thread = request.value(THREAD);
        Name file = request.value(FILE);
        String line = file + " downloaded from Thread " + thread;
        return Outcome.of(context.forum().open(thread, file), content -> part(content, offset, length, line));
    }

    private static Outcome part(Content content, long offset, long length, String line) {
        long size = content.size();
        long from = Math.min(offset, size);
        long count = Math.min(length, size - from);
        boolean lastPart = from + count == size && (count > 0 || size == 0);
        return new Outcome.File(content, from, count).logged(lastPart ? line : "");
    }
}
