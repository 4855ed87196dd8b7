package forum.server.control;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Make, find and delete the socket in a data folder.
 *
 * <p>It is born in a folder that only its owner can enter, gets its permissions there, and then moves to its place, over
 * whatever a killed server left: at no moment can anybody else connect.
 */
final class SocketFile {

    private static final String NAME = "control.sock";
    private static final String CRADLE = "control.new";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final FileAttribute<?> ENTERED_BY_OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path data;

    SocketFile(Path data) {
        this.data = data;
    }

    ServerSocketChannel bind() throws IOException {
        Path cradle = data.resolve(CRADLE);
        Path born = cradle.resolve(NAME);
        clear(cradle, born);
        Files.createDirectory(cradle, isPosix() ? new FileAttribute<?>[] {ENTERED_BY_OWNER} : new FileAttribute<?>[0]);
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try (ShortWay way = ShortWay.to(born)) {
            channel.bind(UnixDomainSocketAddress.of(way.path()));
            if (isPosix()) {
                Files.setPosixFilePermissions(born, OWNER_ONLY);
            }
            Files.move(born, data.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        } finally {
            clear(cradle, born);
        }
    }

    /** Connect to whoever serves the socket. */
    SocketChannel connect() throws IOException {
        try (ShortWay way = ShortWay.to(data.resolve(NAME))) {
            return SocketChannel.open(UnixDomainSocketAddress.of(way.path()));
        }
    }

    boolean exists() {
        return Files.exists(data.resolve(NAME));
    }

    void delete() throws IOException {
        Files.deleteIfExists(data.resolve(NAME));
    }

    private boolean isPosix() {
        return data.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void clear(Path cradle, Path born) throws IOException {
        Files.deleteIfExists(born);
        Files.deleteIfExists(cradle);
    }
}
