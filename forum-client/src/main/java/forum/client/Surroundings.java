package forum.client;

import forum.client.file.Folder;
import java.io.PrintStream;
import java.io.Reader;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Say what the client finds where it is started.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param folder where files are
 * @param environment the environment's variables
 * @param person asks with a prompt and reads a line without echo, if a person sits at a terminal
 */
record Surroundings(
        Reader in,
        PrintStream out,
        PrintStream err,
        Folder folder,
        Map<String, String> environment,
        Optional<Function<String, Optional<String>>> person) {

    /** Tell whether the terminal can be drawn on. */
    boolean canDraw() {
        return !environment.getOrDefault("TERM", "dumb").equals("dumb");
    }
}
