package forum.client.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Remember the fingerprints of servers that somebody has trusted: a line each, {@code host:port fingerprint}.
 *
 * @param file where; need not be there
 */
public record KnownHosts(Path file) {

    /** Find the fingerprint of a server. */
    Optional<String> find(Address address) throws IOException {
        return lines().stream()
                .filter(line -> line.startsWith(address + " "))
                .map(line -> line.substring(line.indexOf(' ') + 1).strip())
                .findFirst();
    }

    /** Trust a server from now on. */
    public void add(Address address, String fingerprint) throws IOException {
        List<String> lines = new ArrayList<>(lines());
        lines.removeIf(line -> line.startsWith(address + " "));
        lines.add(address + " " + fingerprint);
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "known_hosts", null);
        Files.write(fresh, lines);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private List<String> lines() throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
