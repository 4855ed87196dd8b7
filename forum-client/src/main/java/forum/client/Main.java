package forum.client;

import forum.api.Printable;
import forum.client.file.Folder;
import forum.client.reply.Units;
import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

/** Start the client. */
final class Main {

    private Main() {}

    static void main(String[] arguments) {
        int status = run(arguments);
        if (status != ExitStatus.DONE) {
            System.exit(status); // which looks for a logger first: what went well need not wait for that
        }
    }

    /** A fault of the client is one sentence too: a stack trace is of no use to whoever reads it there. */
    static int run(String... arguments) {
        Surroundings here = surroundings();
        try {
            Units units = new Units(InstantSource.system(), ZoneId::systemDefault);
            return new Client(here, units).run(arguments);
        } catch (RuntimeException fault) {
            return fault(here, "The client has a fault: " + Printable.line(fault.toString()));
        } catch (OutOfMemoryError full) {
            return fault(here, "There was more to show than the memory of this client holds");
        }
    }

    private static int fault(Surroundings here, String sentence) {
        here.err().println("forum: " + sentence);
        here.err().flush();
        return ExitStatus.REFUSED;
    }

    /** Read and write UTF-8, whatever the locale says: it is what the forum and today's terminals speak. */
    private static Surroundings surroundings() {
        return new Surroundings(
                new InputStreamReader(System.in, StandardCharsets.UTF_8),
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                Folder.ofProcess(),
                System.getenv(),
                person());
    }

    private static Optional<Function<String, Optional<String>>> person() {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> prompt ->
                        Optional.ofNullable(console.readPassword("%s", prompt)).map(String::new));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor)), false, StandardCharsets.UTF_8);
    }
}
