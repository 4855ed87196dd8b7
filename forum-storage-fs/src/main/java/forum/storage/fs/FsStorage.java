package forum.storage.fs;

import forum.api.Answer;
import forum.api.Answer.Done;
import forum.api.Answer.Refused;
import forum.api.Event;
import forum.api.Name;
import forum.api.Refusal;
import forum.api.storage.Actor;
import forum.api.storage.Capacity;
import forum.api.storage.Credentials;
import forum.api.storage.Feed;
import forum.api.storage.Session;
import forum.api.storage.Storage;
import forum.api.storage.StorageProvider.Config;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keep a forum in a folder: the state in memory, its changes in the journal, attached files beside it. */
final class FsStorage implements Storage {

    /** Texts may take so many times as much memory as the heap. */
    private static final int TEXTS_PER_HEAP = 2;

    /** Long enough for a thread to wake up. */
    private static final long HANDOVER_NANOS = 50_000;

    private static final Refusal NOTHING_TO_CHANGE = new Refusal("UNCHANGED", "Nothing to change");

    private final FolderLock folderLock;
    private final Housekeeper housekeeper;
    private final ReentrantLock lock = new ReentrantLock();
    private final InstantSource clock;
    private final Capacity capacity;
    private final Path folder;
    private final Disk disk;
    private final Retention retention;
    private final AttachmentFiles files;
    private final CredentialsFile credentials;
    private final ForumState state;
    private final Journal journal;
    private final Compaction compaction;
    private final Snapshot snapshot;
    private @Nullable Feed feed;

    private FsStorage(Disk disk, Config config, FolderLock folderLock, Housekeeper housekeeper) throws IOException {
        this.folderLock = folderLock;
        this.housekeeper = housekeeper;
        this.clock = config.clock();
        this.capacity = config.capacity();
        this.disk = disk;
        this.folder = config.folder();
        this.retention = new Retention(housekeeper);
        this.files = new AttachmentFiles(disk, folder, retention);
        this.snapshot = new Snapshot(disk, folder);
        this.credentials = new CredentialsFile(disk, folder);
        this.state = new ForumState(
                new OffHeap(TEXTS_PER_HEAP * Runtime.getRuntime().maxMemory()),
                new Disposal(files, lock, housekeeper, this::state));
        credentials.load();
        JournalFolder segments = new JournalFolder(disk, folder);
        segments.prepare();
        Recovery recovery = new Recovery(segments, snapshot, new Replay(state, files));
        this.journal = new Journal(segments, recovery.recover(), lock, housekeeper, () -> state.lastId() + 1);
        Set<Long> attached = new HashSet<>(state.blobs());
        files.sweep(attached);
        this.compaction = new Compaction(segments, journal, state, lock, retention);
        read(() -> {
            compaction.consider();
            return segments;
        });
    }

    /** Open the storage in a folder and read all of its journal. */
    static FsStorage open(Disk disk, Config config) throws IOException {
        FolderLock folderLock = FolderLock.take(disk, config.folder());
        Housekeeper housekeeper = new Housekeeper("forum-storage-housekeeper");
        try {
            return new FsStorage(disk, config, folderLock, housekeeper);
        } catch (IOException | RuntimeException e) {
            housekeeper.close();
            folderLock.close();
            throw e;
        }
    }

    /** Compact all that can be, now. */
    void compact() throws IOException {
        compaction.run();
    }

    /** Wait for the end of a compaction that has begun by itself. */
    void awaitCompaction() throws InterruptedException {
        compaction.await();
    }

    @Override
    public Session session(Actor actor) {
        return new FsSession(this, actor);
    }

    @Override
    public Credentials credentials() {
        return credentials;
    }

    @Override
    public List<String> plugins() {
        return read(() -> state.plugins.plugins());
    }

    @Override
    public long lastId() {
        return read(state::lastId);
    }

    @Override
    public void feed(Feed listener) {
        feed = listener;
        journal.feed(listener);
    }

    @Override
    public void backup(Path target, Consumer<String> report) {
        try (Retention.Hold _ = retention.hold()) {
            journal.syncAll();
            new Backup(disk, folder, report).copyTo(target);
        } catch (IOException e) {
            throw Trouble.of("back up the forum in " + folder + " to " + target, e);
        }
    }

    @Override
    public void erase() {
        retention.alone(() -> journal.restart(() -> {
            compaction.erased();
            state.clear();
            credentials.erase();
            try {
                files.sweep(Set.of());
            } catch (IOException e) {
                throw Trouble.of("delete the files", e);
            }
        }));
        Feed listener = feed;
        if (listener != null) {
            listener.lost();
        }
    }

    @Override
    public void close() {
        try (folderLock) {
            compaction.close();
            try {
                journal.finish();
            } finally {
                housekeeper.close();
                journal.close();
            }
            snapshot.write(state, files.lastUsed(), journal.lastSegment(), journal.end());
        } catch (IOException e) {
            throw Trouble.of("close the forum", e);
        }
    }

    Capacity capacity() {
        return capacity;
    }

    ForumState state() {
        return state;
    }

    Journal journal() {
        return journal;
    }

    AttachmentFiles files() {
        return files;
    }

    /** Tell the time, to the millisecond. */
    long now() {
        return clock.millis();
    }

    /** Look at the state. */
    <T> T read(Supplier<T> reader) {
        lock.lock();
        try {
            return reader.get();
        } finally {
            lock.unlock();
        }
    }

    /** Let those on who wait to look at the state; whoever looked again at once would mostly be before them. */
    void letOthersIn() {
        if (lock.hasQueuedThreads()) {
            LockSupport.parkNanos(HANDOVER_NANOS);
        }
    }

    /** Decide on a change, and carry it out if nothing speaks against it; decide again if room must be made first. */
    <T> Answer<T> change(Supplier<Answer<Proposal<T>>> decision) {
        while (true) {
            int room;
            lock.lock();
            try {
                switch (decision.get()) {
                    case Refused<Proposal<T>>(Refusal refusal) -> {
                        return new Refused<>(refusal);
                    }
                    case Done<Proposal<T>>(Proposal<T> proposal) -> {
                        room = proposal.roomWanted();
                        if (journal.hasRoom(room)) {
                            return new Done<>(carryOut(proposal));
                        }
                    }
                }
            } finally {
                lock.unlock();
            }
            journal.makeRoom(room);
        }
    }

    /** Keep the credentials of another storage. */
    void carryOver(Map<Name, String> others) {
        credentials.carryOver(others);
    }

    /** Make a change that was decided on elsewhere. */
    void carryOver(Change change) {
        change(() -> new Done<>(new Proposal<>(change, () -> true, done -> Optional.empty(), position -> {})));
    }

    /**
     * Change a plugin's state, if there is anything to change.
     *
     * @return whether there was
     */
    boolean changePlugin(Supplier<Optional<Change>> decision, LongConsumer touched) {
        return switch (change(() -> decision.get()
                .<Answer<Proposal<Boolean>>>map(
                        change -> new Done<>(new Proposal<>(change, () -> true, changed -> Optional.empty(), touched)))
                .orElseGet(() -> new Refused<>(NOTHING_TO_CHANGE)))) {
            case Done<Boolean> _ -> true;
            case Refused<Boolean> _ -> false;
        };
    }

    private <T> T carryOut(Proposal<T> proposal) {
        try {
            return carriedOut(proposal);
        } finally {
            compaction.consider(); // also when there was no memory left, which it may free
        }
    }

    private <T> T carriedOut(Proposal<T> proposal) {
        if (proposal.grows()) {
            state.requireMemory();
        }
        Effect effect = state.apply(proposal.change());
        try {
            T answer = proposal.answer().get();
            Event event = journal.isFed() ? proposal.event().apply(answer).orElse(null) : null;
            long position = journal.append(proposal.change(), proposal.room(), new Pending(effect, event));
            state.written(proposal.change(), journal.present());
            proposal.touched().accept(position);
            return answer;
        } catch (RuntimeException | Error e) {
            effect.undo();
            throw e;
        }
    }
}
