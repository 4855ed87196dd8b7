package forum.client;

import forum.client.file.Folder;
import forum.client.reply.Units;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/** Start the client. */
final class Main {

    private Main() {}

    /** Read and write UTF-8, whatever the locale says: it is what the forum and today's terminals speak. */
    static void main(String[] arguments) {
        PrintStream out = stream(FileDescriptor.out);
        Client client = new Client(options -> seat(options, out), out, stream(FileDescriptor.err), Folder.ofProcess());
        System.exit(client.run(arguments));
    }

    private static Seat seat(Options options, PrintStream out) {
        Units units = new Units(InstantSource.system(), ZoneId.systemDefault());
        Reader in = new InputStreamReader(System.in, StandardCharsets.UTF_8);
        if (System.console() == null) {
            return new PlainSeat(in, out, units, Optional.empty());
        }
        String type = System.getenv().getOrDefault("TERM", "dumb");
        Supplier<Optional<String>> secrets =
                () -> Optional.ofNullable(System.console().readPassword()).map(String::new);
        return options.plain() || type.equals("dumb")
                ? new PlainSeat(in, out, units, Optional.of(secrets))
                : new TerminalSeat(units, System.getenv());
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor)), false, StandardCharsets.UTF_8);
    }
}
