package forum.storage.fs;

import java.util.HashMap;
import java.util.Map;

/** Follow a journal's changes and know which files are attached at its end. */
final class AttachedFiles {

    private final Map<Long, Map<Long, Change.StoredFile>> byThread = new HashMap<>();

    void follow(Change change) {
        switch (change) {
            case Change.Created created -> byThread.put(created.thread(), new HashMap<>());
            case Change.Removed removed -> byThread.remove(removed.thread());
            case Change.Attached file
            when byThread.containsKey(file.thread()) ->
                byThread.get(file.thread()).put(file.file().blob(), file.file());
            default -> {}
        }
    }

    /** Give them by their names on disk. */
    Map<Long, Change.StoredFile> byBlob() {
        Map<Long, Change.StoredFile> all = new HashMap<>();
        byThread.values().forEach(all::putAll);
        return all;
    }
}
