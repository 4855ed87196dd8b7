package forum.client.file;

import forum.api.command.Parameter.Kind;
import forum.api.command.Reply;
import forum.api.wire.WireValue;
import forum.client.catalogue.Command;
import forum.client.catalogue.Parameter;
import forum.client.line.Argument;
import forum.client.line.Invocation;
import forum.client.net.Connection;
import forum.client.net.ConnectionException;
import forum.client.net.Fields;
import forum.client.net.Request;
import forum.client.reply.Answered;
import forum.client.reply.Content;
import forum.client.reply.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Write files that the forum sends into the current folder.
 *
 * <p>Where the command can answer a part of a file (its last two parameters are optional numbers), a file comes in
 * steps, so that other requests find room between them. It takes its name only when it is whole.
 */
public final class Downloads {

    private static final int STEP = 1 << 20;

    private final Connection connection;
    private final Folder folder;
    private final Overwriting overwriting;

    /** Decide whether a file may take the place of another. */
    @FunctionalInterface
    public interface Overwriting {

        /** Tell whether this one may be overwritten. */
        boolean allowed(String name) throws ConnectionException;
    }

    /** Write files of that connection into that folder. */
    public Downloads(Connection connection, Folder folder, Overwriting overwriting) {
        this.connection = connection;
        this.folder = folder;
        this.overwriting = overwriting;
    }

    /**
     * Carry out a command that answers a file.
     *
     * @throws FileException when the file cannot be written, or is not the one that the forum has
     */
    public Answered download(Invocation invocation, Reply.File reply) throws ConnectionException, FileException {
        String name = Template.fill(reply.name(), invocation);
        Path target = folder.toWrite(name);
        if (Files.exists(target) && !overwriting.allowed(name)) {
            throw new FileException(name + " is in this folder already and was left as it is");
        }
        try (PartFile part = PartFile.besides(target)) {
            Optional<WireValue> refusal = fetch(invocation, part);
            if (refusal.isPresent()) {
                return Answered.of(refusal.get(), invocation);
            }
            verify(name, checksum(invocation), part);
            part.becomesWhole();
            Content done = new Content.Line(Template.printable(reply.done(), invocation));
            return new Answered(describe(name, part.size()), done);
        } catch (ConnectionException e) {
            throw e;
        } catch (IOException e) {
            throw new FileException(name + " cannot be written here: " + e.getMessage(), e);
        }
    }

    private static WireValue describe(String name, long size) {
        return new WireValue.Dictionary(List.of(
                new WireValue.Pair(WireValue.Bulk.of("file"), WireValue.Bulk.of(name)),
                new WireValue.Pair(WireValue.Bulk.of("size"), new WireValue.Number(size))));
    }

    /** Write all that the forum sends; the answer is what it sends instead. */
    private Optional<WireValue> fetch(Invocation invocation, PartFile part) throws IOException, FileException {
        boolean inSteps = comesInSteps(invocation);
        while (true) {
            Request request = inSteps
                    ? invocation.request(Long.toString(part.size()), Integer.toString(STEP))
                    : invocation.request();
            WireValue value = connection.call(request);
            if (!(value instanceof WireValue.Bulk(byte[] bytes))) {
                return Optional.of(value);
            }
            if (inSteps && bytes.length > STEP) {
                throw new FileException("The server sent more of the file than it was asked for");
            }
            part.append(bytes);
            if (!inSteps || bytes.length < STEP) {
                return Optional.empty();
            }
        }
    }

    private static boolean comesInSteps(Invocation invocation) {
        Command command = invocation.command();
        List<Parameter> parameters = command.parameters();
        int count = parameters.size();
        return count >= 2
                && invocation.arguments().size() == count - 2
                && parameters.subList(count - 2, count).stream().allMatch(p -> p.optional() && p.kind() == Kind.NUMBER);
    }

    private static void verify(String name, Optional<String> expected, PartFile part) throws FileException {
        if (expected.isPresent() && !expected.get().equalsIgnoreCase(part.sha256())) {
            throw new FileException(
                    name + " did not arrive as the forum has it (its SHA-256 differs) and was not kept");
        }
    }

    /** Ask for the SHA-256 of the file, if it is a whole file of a thread and the server lists those. */
    private Optional<String> checksum(Invocation invocation) throws ConnectionException {
        Optional<String> thread = invocation.value(Kind.THREAD);
        Optional<String> file = invocation.value(Kind.ATTACHED_FILE);
        Argument last = invocation.arguments().getLast();
        if (thread.isEmpty() || file.isEmpty() || last.parameter().optional()) {
            return Optional.empty();
        }
        WireValue files = connection.call(Request.of("FILES", thread.get()));
        return Fields.elements(files).stream()
                .map(Fields::of)
                .filter(one -> one.text("file").equals(file))
                .flatMap(one -> one.text("sha256").stream())
                .findFirst();
    }
}
