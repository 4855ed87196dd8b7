package forum.server.control;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Name a socket by a path that is short enough for the system, which takes 108 bytes on Linux and 104 elsewhere: its
 * own path, or one that leads through a symbolic link in a private temporary folder to the socket's folder.
 */
final class ShortWay implements AutoCloseable {

    private static final int LONGEST = 100;
    private static final String LINK = "d";

    private final Path path;
    private final boolean linked;

    private ShortWay(Path path, boolean linked) {
        this.path = path;
        this.linked = linked;
    }

    static ShortWay to(Path socket) throws IOException {
        if (socket.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
            return new ShortWay(socket, false);
        }
        Path target = socket.toAbsolutePath().getParent();
        Path link = Files.createTempDirectory("forum").resolve(LINK);
        ShortWay way = new ShortWay(link.resolve(socket.getFileName()), true);
        try {
            Files.createSymbolicLink(link, target);
            return way;
        } catch (IOException | RuntimeException e) {
            way.close();
            throw e;
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        if (linked) {
            Path link = path.getParent();
            Files.deleteIfExists(link);
            Files.deleteIfExists(link.getParent());
        }
    }
}
