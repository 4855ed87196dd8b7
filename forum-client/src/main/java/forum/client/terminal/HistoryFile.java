package forum.client.terminal;

import forum.client.net.Address;
import java.nio.file.Path;
import java.util.Map;

/** Find where the lines that were typed are kept, for each server apart. */
final class HistoryFile {

    private HistoryFile() {}

    /** Follow the XDG base directory specification; a relative path in the environment is none. */
    static Path of(Address address, Map<String, String> environment, Path home) {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        Path folder = state.startsWith("/") ? Path.of(state) : home.resolve(".local/state");
        String name = address.toString().replaceAll("[^A-Za-z0-9.:\\[\\]-]", "_");
        return folder.resolve("forum").resolve("history-" + name);
    }
}
