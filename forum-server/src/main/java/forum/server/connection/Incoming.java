package forum.server.connection;

import forum.server.command.Arguments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A request as it came.
 *
 * @param word the command's word
 * @param values the arguments behind it
 * @param body the last argument, if it is a file's bytes
 */
record Incoming(String word, List<byte[]> values, Optional<Body> body) {

    /** The word before a command that is only looked at. */
    static final String PEEK = "PEEK";

    /** Give the command that is asked for without a line in the operator's log, if one is. */
    Optional<Incoming> peeked() {
        return word.equalsIgnoreCase(PEEK) && !values.isEmpty()
                ? Optional.of(new Incoming(
                        new String(values.getFirst(), StandardCharsets.UTF_8),
                        values.subList(1, values.size()),
                        Optional.empty()))
                : Optional.empty();
    }

    Arguments arguments() {
        return new Arguments(values, body.map(b -> b::upload));
    }

    /** Read past what was not taken of the file. */
    void finish() throws IOException {
        if (body.isPresent()) {
            body.get().discard();
        }
    }
}
