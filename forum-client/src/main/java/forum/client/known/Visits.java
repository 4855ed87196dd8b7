package forum.client.known;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Remember how far each thread was read, for this and later sessions.
 *
 * <p>A file with a line a thread: the id of the last entry seen, a space, the title. It is a convenience: what cannot be
 * read or written is as if nothing had been visited.
 */
public final class Visits {

    private static final int MOST = 1000;

    private final Path file;
    private final Map<String, Long> lastIds;

    private Visits(Path file, Map<String, Long> lastIds) {
        this.file = file;
        this.lastIds = lastIds;
    }

    /** Remember what is in that file. */
    public static Visits of(Path file) {
        Map<String, Long> lastIds = new LinkedHashMap<>();
        try (Stream<String> lines = Files.lines(file)) {
            lines.map(line -> line.split(" ", 2))
                    .filter(parts -> parts.length == 2 && parts[0].matches("[0-9]{1,18}"))
                    .forEach(parts -> lastIds.put(parts[1], Long.valueOf(parts[0])));
        } catch (IOException | UncheckedIOException neverVisited) {
            lastIds.clear();
        }
        return new Visits(file, lastIds);
    }

    /** Tell the id of the last entry that was seen of a thread, or 0. */
    public long last(String thread) {
        return lastIds.getOrDefault(thread, 0L);
    }

    /** The thread was read to this entry. */
    public void visited(String thread, long id) {
        if (id <= last(thread) || thread.isEmpty() || thread.indexOf('\n') >= 0) {
            return;
        }
        lastIds.remove(thread);
        lastIds.put(thread, id);
        if (lastIds.size() > MOST) {
            lastIds.remove(lastIds.keySet().iterator().next());
        }
        try {
            write();
        } catch (IOException | UnsupportedOperationException notKept) {
            // then only this session remembers
        }
    }

    /** Write beside and rename, so that two sessions do not mix their lines. */
    private void write() throws IOException {
        Path folder = StateFiles.made(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(folder, "visits", ".new");
        try (BufferedWriter out = Files.newBufferedWriter(fresh)) {
            for (Map.Entry<String, Long> one : List.copyOf(lastIds.entrySet())) {
                out.write(one.getValue() + " " + one.getKey() + "\n");
            }
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
