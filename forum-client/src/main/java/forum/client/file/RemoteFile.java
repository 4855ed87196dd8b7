package forum.client.file;

import forum.api.command.Parameter.Kind;
import forum.api.wire.WireValue;
import forum.client.line.Argument;
import forum.client.line.Invocation;
import forum.client.net.Connection;
import forum.client.net.ConnectionException;
import forum.client.net.Fields;
import forum.client.net.Request;
import java.util.Optional;

/**
 * Say what the forum knows about a file of a thread.
 *
 * @param size its length in bytes
 * @param sha256 its SHA-256 in hex
 */
record RemoteFile(long size, String sha256) {

    /** Ask about the file of a download; empty when it is no whole file of a thread, or the server does not tell. */
    static Optional<RemoteFile> of(Invocation invocation, Connection connection) throws ConnectionException {
        Optional<String> thread = invocation.value(Kind.THREAD);
        Optional<String> file = invocation.value(Kind.ATTACHED_FILE);
        Argument last = invocation.arguments().getLast();
        if (thread.isEmpty() || file.isEmpty() || last.parameter().optional()) {
            return Optional.empty();
        }
        WireValue files = connection.call(Request.of("FILES", thread.get()));
        return Fields.elements(files).stream()
                .map(Fields::of)
                .filter(one ->
                        one.text("file").equals(file) && one.text("sha256").isPresent())
                .map(one -> new RemoteFile(one.number("size").orElse(-1), one.textOrEmpty("sha256")))
                .findFirst();
    }
}
