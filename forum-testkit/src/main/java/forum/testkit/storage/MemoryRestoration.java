package forum.testkit.storage;

import forum.api.Attachment;
import forum.api.Entry;
import forum.api.ForumThread;
import forum.api.Message;
import forum.api.Name;
import forum.api.Upload;
import forum.api.storage.Restoration;
import forum.api.storage.StorageException;
import forum.api.storage.StorageException.Fault;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;

/** Fill a forum in memory that nobody sees before it is committed. */
final class MemoryRestoration implements Restoration {

    private final Path folder;
    private final MemoryForum forum = new MemoryForum();
    private Optional<MemoryThread> begun = Optional.empty();

    MemoryRestoration(Path folder) {
        this.folder = folder;
    }

    @Override
    public void thread(ForumThread thread) {
        MemoryThread restored = new MemoryThread(thread.title(), thread.id(), thread.owner(), thread.created());
        restored.reach(thread.active(), thread.revision());
        forum.threads.put(thread.title(), restored);
        forum.idsBeginAfter(thread.id());
        begun = Optional.of(restored);
    }

    @Override
    public void message(Message message) {
        add(message);
    }

    @Override
    public void attachment(Attachment attachment, Upload content) throws Upload.Cut {
        MemoryContent received = MemoryContent.receive(content);
        if (!received.sha256().equals(attachment.sha256())) {
            throw new StorageException(Fault.DAMAGED, "The file " + attachment.file() + " has another checksum");
        }
        add(attachment).files.put(attachment.file(), received.bytes());
    }

    @Override
    public void plugin(String plugin, String key, byte[] value) {
        forum.plugins.computeIfAbsent(plugin, first -> new TreeMap<>()).put(key, value.clone());
    }

    @Override
    public void credential(Name user, String credential) {
        forum.credentials.put(user, credential);
    }

    @Override
    public void commit(long lastId) {
        forum.idsBeginAfter(lastId);
        MemoryStorageProvider.keep(folder, forum);
    }

    @Override
    public void close() {
        // what was not committed is forgotten
    }

    private MemoryThread add(Entry entry) {
        MemoryThread thread = begun.orElseThrow();
        thread.entries.add(entry);
        forum.idsBeginAfter(entry.id());
        return thread;
    }
}
