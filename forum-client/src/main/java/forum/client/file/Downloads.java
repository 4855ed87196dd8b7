package forum.client.file;

import forum.api.Printable;
import forum.api.command.Parameter.Kind;
import forum.api.command.Reply;
import forum.api.wire.WireValue;
import forum.client.catalogue.Command;
import forum.client.catalogue.Parameter;
import forum.client.line.Invocation;
import forum.client.net.Connection;
import forum.client.net.ConnectionException;
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

    /** The largest file of a forum, in bytes (docs/protocol.md, Limits); a server that sends more is not one. */
    private static final long LARGEST = 4L << 30;

    private final Connection connection;
    private final Folder folder;
    private final Overwriting overwriting;
    private final Progress.Watch watch;

    /** Decide whether a file may take the place of another. */
    @FunctionalInterface
    public interface Overwriting {

        /** Tell whether this one may be overwritten. */
        boolean allowed(String name) throws ConnectionException;
    }

    /** Write files of that connection into that folder. */
    public Downloads(Connection connection, Folder folder, Overwriting overwriting, Progress.Watch watch) {
        this.connection = connection;
        this.folder = folder;
        this.overwriting = overwriting;
        this.watch = watch;
    }

    /**
     * Carry out a command that answers a file.
     *
     * @throws FileException when the file cannot be written, or is not the one that the forum has
     */
    public Answered download(Invocation invocation, Reply.File reply) throws ConnectionException, FileException {
        String name = Template.fill(reply.name(), invocation);
        Path target = folder.toWrite(name);
        if (Files.exists(target)) {
            Optional<WireValue> refusal = comesInSteps(invocation) ? peek(invocation) : Optional.empty();
            if (refusal.isPresent()) {
                return Answered.of(refusal.get(), invocation);
            }
            if (!overwriting.allowed(name)) {
                throw new FileException(name + " is in this folder already and was left as it is");
            }
        }
        try (PartFile part = PartFile.besides(target);
                Progress progress = watch.begin(name, () -> {})) {
            Optional<WireValue> refusal =
                    comesInSteps(invocation) ? fetchSteps(invocation, part, progress) : fetch(invocation, part);
            if (refusal.isPresent()) {
                return Answered.of(refusal.get(), invocation);
            }
            part.becomesWhole();
            Content done = new Content.Line(Template.printable(reply.done(), invocation));
            return new Answered(describe(name, part.size()), done);
        } catch (ConnectionException e) {
            throw e;
        } catch (IOException e) {
            throw new FileException(name + " cannot be written here: " + Printable.line(e.toString()), e);
        }
    }

    private static WireValue describe(String name, long size) {
        return new WireValue.Dictionary(List.of(
                new WireValue.Pair(WireValue.Bulk.of("file"), WireValue.Bulk.of(name)),
                new WireValue.Pair(WireValue.Bulk.of("size"), new WireValue.Number(size))));
    }

    /** Ask for nothing of the file: the answer is why there is none, before anybody is asked about a file of theirs. */
    private Optional<WireValue> peek(Invocation invocation) throws ConnectionException {
        WireValue value = connection.call(invocation.request("0", "0"));
        return value instanceof WireValue.Bulk ? Optional.empty() : Optional.of(value);
    }

    /** Write what the forum sends at once; the answer is what it sends instead. */
    private Optional<WireValue> fetch(Invocation invocation, PartFile part) throws IOException {
        WireValue value = connection.call(invocation.request());
        if (!(value instanceof WireValue.Bulk(byte[] bytes))) {
            return Optional.of(value);
        }
        part.append(bytes);
        return Optional.empty();
    }

    /** Write what the forum sends in steps, and compare; the answer is what it sends instead. */
    private Optional<WireValue> fetchSteps(Invocation invocation, PartFile part, Progress progress)
            throws IOException, FileException {
        Optional<RemoteFile> remote = Optional.empty();
        while (true) {
            String offset = Long.toString(part.size());
            WireValue value = connection.call(invocation.request(offset, Integer.toString(STEP)));
            if (!(value instanceof WireValue.Bulk(byte[] bytes))) {
                return Optional.of(value);
            }
            if (part.size() == 0) {
                remote = RemoteFile.of(invocation, connection);
            }
            long total = remote.map(RemoteFile::size).orElse(-1L);
            long most = total >= 0 ? Math.min(total, LARGEST) : LARGEST;
            if (bytes.length > STEP || part.size() + bytes.length > most) {
                throw new FileException("The server sent more than there is of the file; it was not kept");
            }
            part.append(bytes);
            progress.moved(part.size(), total);
            if (progress.isCancelled()) {
                throw new FileException("The download was cancelled");
            }
            if (bytes.length < STEP) {
                verify(remote, part);
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

    private static void verify(Optional<RemoteFile> remote, PartFile part) throws FileException {
        if (remote.isPresent() && !remote.get().sha256().equalsIgnoreCase(part.sha256())) {
            throw new FileException(
                    "The file did not arrive as the forum has it (its SHA-256 differs); it was not kept");
        }
    }
}
