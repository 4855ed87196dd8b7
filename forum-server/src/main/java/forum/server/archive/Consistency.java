package forum.server.archive;

import forum.api.Attachment;
import forum.api.Entry;
import forum.api.ForumThread;
import forum.api.Message;
import forum.api.Name;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Hold what lines have to agree on with each other: ids, names, revisions and counts. */
final class Consistency {

    private final Set<Name> titles = new HashSet<>();
    private final Set<Name> users = new HashSet<>();
    private final Set<List<String>> keys = new HashSet<>();
    private final Set<Name> files = new HashSet<>();
    private long[] ids = new long[1024];
    private int idCount;
    private long lastId;
    private long latestThread;
    private long latestEntry;
    private long revision;
    private long changes;
    private long entries;

    void thread(ForumThread thread) throws Line.BadLine {
        endThread();
        Line.require(titles.add(thread.title()), "a thread " + thread.title() + " was there before");
        Line.require(thread.id() > latestThread, "ids of threads must grow");
        latestThread = thread.id();
        latestEntry = thread.id();
        revision = thread.revision();
        changes = 1;
        files.clear();
        add(thread.id());
    }

    void message(Message message) throws Line.BadLine {
        entry(message);
        changes += message.edited() ? 1 : 0;
    }

    void attachment(Attachment file) throws Line.BadLine {
        entry(file);
        Line.require(files.add(file.file()), "a file " + file.file() + " of this thread was there before");
        Line.require(file.sha256().matches("[0-9a-f]{64}"), "sha256 is none");
    }

    void key(String plugin, String key) throws Line.BadLine {
        Line.require(keys.add(List.of(plugin, key)), "the key " + key + " of " + plugin + " was there before");
    }

    void user(Name user) throws Line.BadLine {
        Line.require(users.add(user), "the user " + user + " was there before");
    }

    void end(long last, long threadCount, long entryCount) throws Line.BadLine {
        endThread();
        Line.require(
                threadCount == titles.size() && entryCount == entries,
                "there should be " + threadCount + " threads with " + entryCount + " entries, and there are "
                        + titles.size() + " with " + entries);
        Arrays.sort(ids, 0, idCount);
        for (int i = 1; i < idCount; i++) {
            Line.require(ids[i] != ids[i - 1], "the id " + ids[i] + " is there twice");
        }
        Line.require(idCount == 0 || ids[idCount - 1] <= last, "an id is greater than lastId");
        lastId = last;
    }

    long lastId() {
        return lastId;
    }

    private void entry(Entry entry) throws Line.BadLine {
        Line.require(latestThread > 0, "no thread comes before");
        Line.require(entry.id() > latestEntry, "ids of a thread must grow");
        latestEntry = entry.id();
        changes++;
        entries++;
        add(entry.id());
    }

    private void endThread() throws Line.BadLine {
        Line.require(revision >= changes, "the thread before has more changes than its revision says");
    }

    private void add(long id) throws Line.BadLine {
        Line.require(id > 0 && id < 1_000_000_000_000_000_000L, "an id has 1 to 18 digits");
        if (idCount == ids.length) {
            ids = Arrays.copyOf(ids, idCount * 2);
        }
        ids[idCount++] = id;
    }
}
