package forum.storage.fs;

import forum.api.Attachment;
import forum.api.ForumThread;
import forum.api.Message;
import forum.api.Name;
import forum.api.Upload;
import forum.api.storage.Restoration;
import forum.api.storage.StorageException;
import forum.api.storage.StorageException.Fault;
import forum.api.storage.StorageProvider.Config;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Write the journal that would have made a forum, in a folder that takes its name when it is whole.
 *
 * <p>A thread begins with revision 1, and its entries leave it there; a last record takes it to where it was.
 */
final class FsRestoration implements Restoration {

    private static final long FIRST = 1;

    /** No thread can be called that, so the name is nobody's. */
    private static final Name NOBODY = new Name("");

    private final Path target;
    private final NewFolder folder;
    private final FsStorage storage;
    private final Map<Name, String> credentials = new LinkedHashMap<>();
    private Optional<ForumThread> begun = Optional.empty();
    private boolean closed;

    private FsRestoration(Path target, NewFolder folder, FsStorage storage) {
        this.target = target;
        this.folder = folder;
        this.storage = storage;
    }

    static FsRestoration begin(Disk disk, Config config) throws IOException {
        NewFolder folder = NewFolder.begin(disk, config.folder());
        try {
            folder.unlock();
            Config inside = new Config(folder.path(), config.settings(), config.clock());
            return new FsRestoration(config.folder(), folder, FsStorage.open(disk, inside));
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    @Override
    public void thread(ForumThread thread) {
        endThread();
        storage.carryOver(
                new Change.Created(thread.id(), FIRST, millis(thread.created()), thread.owner(), thread.title()));
        begun = Optional.of(thread);
    }

    @Override
    public void message(Message message) {
        long time = millis(message.time());
        if (message.edited()) {
            storage.carryOver(new Change.Placed(in(), FIRST, time, message.id(), message.author()));
            storage.carryOver(new Change.Edited(in(), FIRST, time, message.id(), message.author(), message.text()));
        } else {
            storage.carryOver(new Change.Posted(in(), FIRST, time, message.id(), message.author(), message.text()));
        }
    }

    @Override
    public void attachment(Attachment attachment, Upload content) throws Upload.Cut {
        Change.StoredFile file;
        try {
            file = storage.files().receive(content);
        } catch (Upload.Cut e) {
            throw e;
        } catch (IOException e) {
            throw Trouble.of("store the file " + attachment.file(), e);
        }
        if (!file.sha256().equals(attachment.sha256())) {
            throw new StorageException(Fault.DAMAGED, "The file " + attachment.file() + " has another checksum");
        }
        storage.carryOver(new Change.Attached(
                in(), FIRST, millis(attachment.time()), attachment.id(), attachment.author(), file));
    }

    @Override
    public void plugin(String plugin, String key, byte[] value) {
        storage.carryOver(new Change.Stored(plugin, key, value));
    }

    @Override
    public void credential(Name user, String credential) {
        credentials.put(user, credential);
    }

    @Override
    public void commit(long lastId) {
        endThread();
        if (lastId > storage.lastId()) {
            storage.carryOver(new Change.Created(lastId, FIRST, 0, NOBODY, NOBODY));
            storage.carryOver(new Change.Removed(lastId, FIRST + 1, 0, NOBODY));
        }
        if (!credentials.isEmpty()) {
            storage.carryOver(credentials);
        }
        closed = true;
        storage.close();
        try {
            folder.finish();
        } catch (IOException e) {
            throw Trouble.of("put the forum into " + target, e);
        }
    }

    @Override
    public void close() {
        try (folder) {
            if (!closed) {
                closed = true;
                storage.close();
            }
        } catch (IOException e) {
            throw Trouble.of("clear away what was not finished for " + target, e);
        }
    }

    private void endThread() {
        begun.ifPresent(thread ->
                storage.carryOver(new Change.Reached(thread.id(), thread.revision(), millis(thread.active()))));
        begun = Optional.empty();
    }

    private long in() {
        return begun.orElseThrow(() -> new IllegalStateException("No thread was begun"))
                .id();
    }

    private static long millis(Instant time) {
        return time.toEpochMilli();
    }
}
