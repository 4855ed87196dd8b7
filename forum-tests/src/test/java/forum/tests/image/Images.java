package forum.tests.image;

import java.nio.file.Files;
import java.nio.file.Path;

/** Find the images that the build has linked. */
final class Images {

    private static final Path FOLDER = Path.of(System.getProperty("forum.images"));

    private Images() {}

    static Path server() {
        return program("forum-server/bin/forum-server");
    }

    static Path client() {
        return program("forum-client/bin/forum");
    }

    private static Path program(String name) {
        Path program = FOLDER.resolve(name);
        if (!Files.isExecutable(program)) {
            throw new AssertionError(program + " is missing: the images are built by mvn package");
        }
        return program;
    }
}
