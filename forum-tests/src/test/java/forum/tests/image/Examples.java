package forum.tests.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Put the example plugins, as strangers' builds have made them, into a data folder. */
final class Examples {

    static final Path FOLDER = Path.of(System.getProperty("forum.examples"));

    private Examples() {}

    /** Copy all three. */
    static void putInto(Path data) {
        try {
            Path plugins = Files.createDirectories(data.resolve("plugins"));
            copy(FOLDER.resolve("who/target/who-0.1.0.jar"), plugins);
            copy(FOLDER.resolve("watch/target/watch-0.1.0.jar"), plugins);
            Path search = Files.createDirectories(plugins.resolve("search"));
            try (Stream<Path> jars = Files.list(FOLDER.resolve("search/target/search"))) {
                for (Path jar : jars.toList()) {
                    copy(jar, search);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path jar, Path folder) throws IOException {
        if (!Files.exists(jar)) {
            throw new AssertionError(jar + " is missing: the examples are built by mvn verify");
        }
        Files.copy(jar, folder.resolve(jar.getFileName()));
    }
}
