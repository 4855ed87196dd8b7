package forum.client;

import forum.client.file.Folder;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Start the client. */
final class Main {

    private Main() {}

    /** Read and write UTF-8, whatever the locale says: it is what the forum and today's terminals speak. */
    static void main(String[] arguments) {
        Client client = new Client(
                new InputStreamReader(System.in, StandardCharsets.UTF_8),
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                Folder.ofProcess());
        System.exit(client.run(arguments));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor)), false, StandardCharsets.UTF_8);
    }
}
