package forum.storage.fs;

import forum.api.Attachment;
import forum.api.ForumThread;
import forum.api.Name;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Hold a thread in memory. Guarded by the forum's lock. */
final class ThreadState {

    private static final Attachment[] NO_FILES = {};

    final Name title;
    final long id;
    final Name owner;
    final Instant created;
    final Sequence entries = new Sequence();

    /** Names the files on disk. */
    private Map<Name, Long> blobs = Map.of();

    private Attachment[] files = NO_FILES;
    private int fileCount;
    private long active;
    private long revision;
    private long position;
    private long recorded;

    ThreadState(Change.Created created) {
        this.title = created.title();
        this.id = created.thread();
        this.owner = created.owner();
        this.created = Instant.ofEpochMilli(created.time());
        this.active = created.time();
        this.revision = created.revision();
    }

    ForumThread describe() {
        return describe(revision, Instant.ofEpochMilli(active));
    }

    /** Describe the thread as a change leaves it behind. */
    ForumThread describe(long revision, Instant active) {
        return new ForumThread(title, id, owner, entries.messages(), fileCount, created, active, revision);
    }

    long revision() {
        return revision;
    }

    /** Tell when the thread changed last, in milliseconds since 1970. */
    long active() {
        return active;
    }

    /** Take note of a change. */
    void reach(long revision, long time) {
        this.revision = revision;
        this.active = time;
    }

    /** Tell up to where the journal must be durable for what is seen of this thread. */
    long position() {
        return position;
    }

    void position(long position) {
        this.position = position;
    }

    /** Tell how many bytes of the journal, about, are of what is in the thread now. */
    long recorded() {
        return recorded;
    }

    /** Take note that these are more now, or less. */
    void recorded(long difference) {
        recorded += difference;
    }

    /** Add a file; gives its index. */
    int addFile(Attachment file, long blob) {
        if (blobs.isEmpty()) {
            blobs = new HashMap<>();
        }
        blobs.put(file.file(), blob);
        if (fileCount == files.length) {
            files = Arrays.copyOf(files, Math.max(4, fileCount * 2));
        }
        files[fileCount] = file;
        return fileCount++;
    }

    /** Take back the file that was added last. */
    void removeLastFile() {
        fileCount--;
        blobs.remove(files[fileCount].file());
        files = Arrays.copyOf(files, fileCount); // pages keep the array that they have
    }

    int fileCount() {
        return fileCount;
    }

    boolean hasFile(Name file) {
        return blobs.containsKey(file);
    }

    /** Name a file that is there on disk. */
    long blob(Name file) {
        Long blob = blobs.get(file);
        if (blob == null) {
            throw new IllegalArgumentException("There is no such file");
        }
        return blob;
    }

    /** List what the files are called on disk. */
    List<Long> blobs() {
        return List.copyOf(blobs.values());
    }

    List<Attachment> attachments() {
        return List.of(Arrays.copyOf(files, fileCount));
    }

    /** Show the files; those that are there now never change in the array. */
    Attachment[] files() {
        return files;
    }

    Attachment lastFile() {
        return files[fileCount - 1];
    }
}
