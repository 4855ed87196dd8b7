package forum.server.connection;

import forum.server.command.Arguments;
import java.io.IOException;
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
