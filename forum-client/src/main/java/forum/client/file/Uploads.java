package forum.client.file;

import forum.api.Printable;
import forum.api.command.Parameter.Kind;
import forum.api.wire.WireValue;
import forum.client.line.Invocation;
import forum.client.net.Connection;
import forum.client.net.ConnectionException;
import forum.client.reply.Answered;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Send files: ask first, so that nothing large travels in vain, then send the bytes. */
public final class Uploads {

    private final Connection connection;
    private final Folder folder;

    /** Send files of that folder over that connection. */
    public Uploads(Connection connection, Folder folder) {
        this.connection = connection;
        this.folder = folder;
    }

    /**
     * Carry out a command that takes a local file.
     *
     * @throws FileException when the file cannot be read; nothing was sent then
     */
    public Answered upload(Invocation typed) throws ConnectionException, FileException {
        Path path = folder.toSend(typed.value(Kind.LOCAL_FILE).orElse(""));
        Invocation named = typed.with(Kind.LOCAL_FILE, Folder.nameOf(path));
        try (FileChannel file = FileChannel.open(path)) {
            WireValue answer = connection.call(named.request());
            if (answer instanceof WireValue.Failure) {
                return Answered.of(answer, named);
            }
            long size = file.size();
            CompletableFuture<WireValue> reply =
                    connection.send(named.request(), size, channel -> copy(file, size, channel));
            return Answered.of(connection.await(reply), named);
        } catch (ConnectionException e) {
            throw e;
        } catch (IOException e) {
            throw new FileException(Printable.line(path.toString()) + " cannot be read", e);
        }
    }

    private void copy(FileChannel file, long size, SocketChannel channel) throws IOException {
        for (long sent = 0; sent < size; ) {
            long part = file.transferTo(sent, size - sent, channel);
            if (part <= 0) {
                connection.abandon("The file became shorter while it was sent; nothing of it was stored");
                throw new IOException("shorter than announced");
            }
            sent += part;
        }
    }
}
