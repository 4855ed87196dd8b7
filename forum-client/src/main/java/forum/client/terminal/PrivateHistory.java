package forum.client.terminal;

import forum.client.catalogue.Command;
import forum.client.known.StateFiles;
import forum.client.line.LineParser;
import forum.client.line.Scan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jline.reader.impl.history.DefaultHistory;

/** Remember lines, but none that holds a secret. */
final class PrivateHistory extends DefaultHistory {

    private final LineParser parser;
    private final Path file;

    /** Tell secrets by this parser, and keep the lines in that file. */
    PrivateHistory(LineParser parser, Path file) {
        this.parser = parser;
        this.file = file;
    }

    @Override
    public void add(Instant time, String line) {
        if (!holdsSecret(parser.scan(line))) {
            super.add(time, line);
        }
    }

    @Override
    public void save() throws IOException {
        StateFiles.made(file.getParent());
        super.save();
    }

    /** What stands behind the arguments may be the rest of a secret with a space in it. */
    private static boolean holdsSecret(Scan scan) {
        return scan.command().filter(Command::takesSecret).isPresent()
                && !scan.line().substring(scan.to()).isBlank();
    }
}
