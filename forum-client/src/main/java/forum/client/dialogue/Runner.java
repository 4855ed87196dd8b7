package forum.client.dialogue;

import forum.api.command.Parameter.Kind;
import forum.api.command.Reply;
import forum.client.file.Downloads;
import forum.client.file.FileException;
import forum.client.file.Folder;
import forum.client.file.Progress;
import forum.client.file.Uploads;
import forum.client.line.Invocation;
import forum.client.net.Connection;
import forum.client.net.ConnectionException;
import forum.client.reply.Answered;
import java.util.Optional;

/** Carry out commands in the way that their parameters and replies ask for. */
public final class Runner {

    private final Connection connection;
    private final Uploads uploads;
    private final Downloads downloads;

    /** Carry out commands over a connection. */
    public Runner(Connection connection, Uploads uploads, Downloads downloads) {
        this.connection = connection;
        this.uploads = uploads;
        this.downloads = downloads;
    }

    /** Carry out commands over a connection, with files of that folder, where nobody is there to be asked. */
    public static Runner unattended(Connection connection, Folder folder) {
        Progress.Watch nobody = (_, _) -> Progress.NONE;
        return new Runner(
                connection,
                new Uploads(connection, folder, Optional::empty, nobody),
                new Downloads(connection, folder, _ -> false, nobody));
    }

    /**
     * Carry out a command.
     *
     * @throws FileException when it fails on this machine
     */
    public Answered run(Invocation invocation) throws ConnectionException, FileException {
        if (invocation.value(Kind.LOCAL_FILE).isPresent()) {
            return uploads.upload(invocation);
        }
        if (invocation.command().reply() instanceof Reply.File file) {
            return downloads.download(invocation, file);
        }
        return Answered.of(connection.call(invocation.request()), invocation);
    }
}
