package forum.client;

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
import java.util.function.Supplier;

/** Start the client. */
final class Main {

    private Main() {}

    static void main(String[] arguments) {
        Units units = new Units(InstantSource.system(), ZoneId.systemDefault());
        System.exit(new Client(surroundings(), units).run(arguments));
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

    private static Optional<Supplier<Optional<String>>> person() {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console ->
                        () -> Optional.ofNullable(console.readPassword()).map(String::new));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor)), false, StandardCharsets.UTF_8);
    }
}
