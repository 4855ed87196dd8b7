package forum.client.terminal;

import forum.client.catalogue.Command;
import forum.client.line.LineParser;
import forum.client.line.Scan;
import java.time.Instant;
import org.jline.reader.impl.history.DefaultHistory;

/** Remember lines, but none that holds a secret. */
final class PrivateHistory extends DefaultHistory {

    private final LineParser parser;

    /** Tell secrets by this parser. */
    PrivateHistory(LineParser parser) {
        this.parser = parser;
    }

    @Override
    public void add(Instant time, String line) {
        if (!holdsSecret(parser.scan(line))) {
            super.add(time, line);
        }
    }

    /** What stands behind the arguments may be the rest of a secret with a space in it. */
    private static boolean holdsSecret(Scan scan) {
        return scan.command().filter(Command::takesSecret).isPresent()
                && !scan.line().substring(scan.to()).isBlank();
    }
}
