package forum.client.file;

import forum.api.Printable;
import forum.api.command.Parameter.Kind;
import forum.api.wire.WireValue;
import forum.client.line.Invocation;
import forum.client.net.Connection;
import forum.client.net.ConnectionException;
import forum.client.net.Ending;
import forum.client.reply.Answered;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** Send files: ask first, so that nothing large travels in vain, then send the bytes. */
public final class Uploads {

    private static final long LARGE = 256 * 1024;
    private static final long STEP = 256 * 1024;

    private final Connection connection;
    private final Folder folder;
    private final SpareLine spareLine;
    private final Progress.Watch watch;

    /**
     * Send files of a folder.
     *
     * @param connection where to ask, and where small files are sent
     * @param spareLine where large ones are sent
     */
    public Uploads(Connection connection, Folder folder, SpareLine spareLine, Progress.Watch watch) {
        this.connection = connection;
        this.folder = folder;
        this.spareLine = spareLine;
        this.watch = watch;
    }

    /**
     * Carry out a command that takes a local file.
     *
     * @throws FileException when the file cannot be read, or did not arrive
     */
    public Answered upload(Invocation typed) throws ConnectionException, FileException {
        Path path = folder.toSend(typed.value(Kind.LOCAL_FILE).orElse(""));
        Invocation named = typed.with(Kind.LOCAL_FILE, Folder.nameOf(path));
        try (FileChannel file = FileChannel.open(path)) {
            WireValue answer = connection.call(named.request());
            return answer instanceof WireValue.Failure ? Answered.of(answer, named) : send(named, file);
        } catch (ConnectionException e) {
            throw e;
        } catch (IOException e) {
            throw new FileException(Printable.line(path.toString()) + " cannot be read", e);
        }
    }

    private Answered send(Invocation named, FileChannel file) throws IOException, FileException {
        Optional<Connection> spare = file.size() < LARGE ? Optional.empty() : spareLine.open();
        if (spare.isEmpty()) {
            return Answered.of(send(connection, named, file, Progress.NONE, new AtomicBoolean()), named);
        }
        String name = Printable.line(named.value(Kind.LOCAL_FILE).orElse(""));
        AtomicBoolean sent = new AtomicBoolean();
        try (Connection line = spare.get();
                Progress progress = watch.begin(name, () -> cut(line, sent))) {
            return Answered.of(send(line, named, file, progress, sent), named);
        } catch (ConnectionException e) {
            throw new FileException(why(e.ending(), name), e);
        }
    }

    private static String why(Ending ending, String name) {
        return switch (ending) {
            case Ending.Left() -> "The upload of " + name + " was cancelled";
            case Ending.Lost(String sentence) -> sentence;
            case Ending.Farewell(String words) -> Printable.line(words);
        };
    }

    /** Once all is sent, it is too late: nobody could tell whether the file is in the forum. */
    private static void cut(Connection line, AtomicBoolean sent) {
        if (!sent.get()) {
            line.close();
        }
    }

    private static WireValue send(
            Connection line, Invocation named, FileChannel file, Progress progress, AtomicBoolean sent)
            throws IOException {
        long size = file.size();
        CompletableFuture<WireValue> reply = line.send(named.request(), size, channel -> {
            if (!copy(file, size, channel, progress)) {
                line.abandon("The file became shorter while it was sent; nothing of it was stored");
            }
            sent.set(true);
        });
        return line.await(reply);
    }

    /** Send the bytes; false when there are fewer than announced. */
    private static boolean copy(FileChannel file, long size, WritableByteChannel channel, Progress progress)
            throws IOException {
        long sent = 0;
        while (sent < size) {
            long part = file.transferTo(sent, Math.min(STEP, size - sent), channel);
            if (part <= 0) {
                return false;
            }
            sent += part;
            progress.moved(sent, size);
        }
        return true;
    }
}
