package forum.client.known;

import forum.client.net.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** Find where the client keeps what it remembers, for each server apart. */
public final class StateFiles {

    private StateFiles() {}

    /** Find where the lines that were typed are. */
    public static Path history(Address address, Map<String, String> environment, Path home) {
        return of("history", address, environment, home);
    }

    /** Find where it stands how far threads were read. */
    public static Path visits(Address address, Map<String, String> environment, Path home) {
        return of("visits", address, environment, home);
    }

    /** Find where the fingerprints of trusted servers are. */
    public static Path knownHosts(Map<String, String> environment, Path home) {
        return folder(environment, home).resolve("known_hosts");
    }

    /** Find where texts are while they are written, and stay when they could not be sent. */
    public static Path drafts(Map<String, String> environment, Path home) {
        return folder(environment, home).resolve("drafts");
    }

    /** Make a folder as the specification asks: only its owner can look into it. What is there stays as it is. */
    public static Path made(Path folder) throws IOException {
        return Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static Path of(String what, Address address, Map<String, String> environment, Path home) {
        String name = address.toString().replaceAll("[^A-Za-z0-9.:\\[\\]-]", "_");
        return folder(environment, home).resolve(what + "-" + name);
    }

    /** Follow the XDG base directory specification; a relative path in the environment is none. */
    private static Path folder(Map<String, String> environment, Path home) {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        Path folder = state.startsWith("/") ? Path.of(state) : home.resolve(".local/state");
        return folder.resolve("forum");
    }
}
