package forum.client;

import forum.client.file.FileException;
import forum.client.file.Folder;
import forum.client.net.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Hold what a user has settled once: {@code config} in the XDG configuration folder.
 *
 * @param file where it stands
 * @param preferred the forum that is meant when none is named
 * @param plain whether terminals are used line by line
 * @param forums by their names
 */
record Config(Path file, Optional<String> preferred, boolean plain, Map<String, Named> forums) {

    /**
     * A forum with a name of the user's own.
     *
     * @param passwordFile where scripts find the password
     */
    record Named(Address address, Optional<Path> passwordFile) {}

    /** Keep a copy. */
    Config {
        forums = Map.copyOf(forums);
    }

    /**
     * Read it; what is not there settles nothing.
     *
     * @throws IllegalArgumentException with a sentence that names file and line
     */
    static Config of(Map<String, String> environment, Folder folder) {
        String base = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path parent = base.startsWith("/") ? Path.of(base) : folder.home().resolve(".config");
        Path file = parent.resolve("forum/config");
        try {
            return new ConfigReader(file, folder).read(Files.readAllLines(file));
        } catch (NoSuchFileException none) {
            return new Config(file, Optional.empty(), false, Map.of());
        } catch (IOException | FileException e) {
            throw new IllegalArgumentException(file + " cannot be read: is it text in UTF-8?", e);
        }
    }

    /** Find the forum of that name. */
    Named forum(String name) {
        return Optional.ofNullable(forums.get(name))
                .orElseThrow(() -> new IllegalArgumentException("There is no forum @" + name + " in " + file
                        + (forums.isEmpty() ? "" : "; there are @" + String.join(" @", names()))));
    }

    private List<String> names() {
        return List.copyOf(new TreeMap<>(forums).keySet());
    }
}
