package forum.storage.fs;

import forum.api.Answer;
import forum.api.Answer.Done;
import forum.api.Answer.Refused;
import forum.api.Attachment;
import forum.api.Content;
import forum.api.ForumThread;
import forum.api.Message;
import forum.api.MessageRef;
import forum.api.Name;
import forum.api.Page;
import forum.api.Range;
import forum.api.Refusal;
import forum.api.Text;
import forum.api.Upload;
import forum.api.command.PluginStore;
import forum.api.storage.Actor;
import forum.api.storage.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Act in the forum as one actor, and remember up to where the journal must be durable for what was answered. */
final class FsSession implements Session {

    /** A file that is on its way to a thread. */
    private record Arrival(long thread, Holdings.Arriving file) {

        boolean end() {
            file.end();
            return true;
        }
    }

    private static final int THREADS_AT_ONCE = 1_000;

    private final FsStorage storage;
    private final Lookup lookup;
    private final Proposals proposals;
    private long lowest = Long.MAX_VALUE;
    private long highest;

    FsSession(FsStorage storage, Actor actor) {
        this.storage = storage;
        this.lookup = new Lookup(storage.state(), actor, storage.capacity());
        this.proposals = new Proposals(storage, actor.name(), lookup, this::touch);
    }

    @Override
    public List<ForumThread> threads() {
        List<ForumThread> all = new ArrayList<>();
        while (storage.read(() -> describeMore(all))) {
            storage.letOthersIn();
        }
        return all;
    }

    @Override
    public Optional<ForumThread> thread(Name title) {
        return storage.read(() -> switch (in(title)) {
            case Done<ThreadState>(ThreadState thread) -> Optional.of(thread.describe());
            case Refused<ThreadState> _ -> Optional.empty();
        });
    }

    @Override
    public Answer<Page> read(Name title, Range range) {
        return storage.read(() -> in(title).map(thread -> lookup.page(thread, range)));
    }

    @Override
    public Answer<Message> message(Name title, MessageRef wanted) {
        return storage.read(() -> in(title)
                .then(thread -> lookup.find(thread, wanted).map(position -> lookup.message(thread, position))));
    }

    @Override
    public Answer<List<Attachment>> files(Name title) {
        return storage.read(() -> in(title).map(ThreadState::attachments));
    }

    @Override
    public Answer<Content> open(Name title, Name file) {
        Answer<Long> blob = blob(title, file);
        while (true) {
            switch (blob) {
                case Refused<Long>(Refusal refusal) -> {
                    return refuse(refusal);
                }
                case Done<Long>(Long number) -> {
                    try {
                        return new Done<>(storage.files().open(number));
                    } catch (IOException e) {
                        blob = otherBlob(title, file, number, e);
                    }
                }
            }
        }
    }

    @Override
    public Answer<ForumThread> create(Name title) {
        return storage.change(() -> mayCreate(title).map(proposals::create));
    }

    @Override
    public Answer<Message> post(Name title, Text text) {
        Answer<Text> checked = storage.capacity().checked(text);
        return storage.change(() ->
                in(title).then(thread -> lookup.postable(thread, checked).map(good -> proposals.post(thread, good))));
    }

    @Override
    public Answer<Message> edit(Name title, MessageRef wanted, Text text) {
        Answer<Text> checked = storage.capacity().checked(text);
        return storage.change(() -> in(title)
                .then(thread -> lookup.own(thread, wanted, Refusal.notEditable())
                        .then(position -> lookup.exchangeable(thread, position, checked)
                                .map(good -> proposals.edit(thread, position, good)))));
    }

    @Override
    public Answer<Message> delete(Name title, MessageRef wanted) {
        return storage.change(() -> in(title)
                .then(thread -> lookup.own(thread, wanted, Refusal.notDeletable())
                        .map(position -> proposals.delete(thread, position))));
    }

    @Override
    public Answer<ForumThread> remove(Name title) {
        return storage.change(() ->
                in(title).then(thread -> lookup.mayRemove(thread).map(old -> proposals.remove(thread))));
    }

    @Override
    public Answer<ForumThread> mayAttach(Name title, Name file) {
        return storage.read(() ->
                in(title).then(thread -> lookup.receivable(thread, file, 0).map(good -> thread.describe())));
    }

    @Override
    public Answer<Attachment> attach(Name title, Upload upload) throws Upload.Cut {
        Name name = upload.file();
        Answer<Arrival> early = storage.read(() -> in(title)
                .then(thread -> lookup.receivable(thread, name, upload.size())
                        .map(good -> new Arrival(thread.id, proposals.arriving(upload.size())))));
        switch (early) {
            case Refused<Arrival>(Refusal refusal) -> {
                return new Refused<>(refusal);
            }
            case Done<Arrival>(Arrival arrival) -> {
                try {
                    return attach(title, arrival, receive(upload));
                } finally {
                    storage.read(arrival::end);
                }
            }
        }
    }

    @Override
    public PluginStore store(String plugin) {
        return new FsPluginStore(storage, this, plugin);
    }

    @Override
    public void sync() {
        if (highest == 0) {
            return;
        }
        long from = lowest;
        long to = highest;
        lowest = Long.MAX_VALUE;
        highest = 0;
        storage.journal().sync(from, to);
    }

    @Override
    public boolean isDurable() {
        return highest == 0;
    }

    @Override
    public boolean hasRoom() {
        return storage.read(() -> storage.journal().hasRoom(2 * ROOM));
    }

    /** Take note that what is answered depends on the change at a position. */
    void touch(long position) {
        if (position > storage.journal().settled()) {
            lowest = Math.min(lowest, position);
            highest = Math.max(highest, position);
        }
    }

    /** Describe the threads that come next, not all at once: nobody else can do anything meanwhile; true if there are more. */
    private boolean describeMore(List<ForumThread> described) {
        touch(state().position());
        long from = described.isEmpty() ? 0 : described.getLast().id() + 1;
        int most = described.size() + THREADS_AT_ONCE;
        for (ThreadState thread : state().threadsFrom(from)) {
            if (described.size() == most) {
                return true;
            }
            touch(thread.position());
            described.add(thread.describe());
        }
        return false;
    }

    private Change.StoredFile receive(Upload upload) throws Upload.Cut {
        try {
            return storage.files().receive(upload);
        } catch (Upload.Cut e) {
            throw e;
        } catch (IOException e) {
            throw Trouble.of("store the file", e);
        }
    }

    private Answer<Attachment> attach(Name title, Arrival expected, Change.StoredFile file) {
        boolean attached = false;
        try {
            Answer<Attachment> answer = storage.change(() -> in(title)
                    .then(thread -> thread.id == expected.thread()
                            ? lookup.attachable(thread, file.name()).map(good -> thread)
                            : refuse(noThread(title)))
                    .map(thread -> proposals.attach(thread, file, expected.file())));
            attached = answer instanceof Done;
            return answer;
        } finally {
            if (!attached) {
                storage.files().discard(file.blob());
            }
        }
    }

    private Answer<Long> blob(Name title, Name file) {
        return storage.read(() -> in(title)
                .then(thread ->
                        thread.hasFile(file) ? new Done<>(thread.blob(file)) : refuse(Refusal.noFile(thread.title))));
    }

    /** Look again, for the file may have been removed before it was opened. */
    private Answer<Long> otherBlob(Name title, Name file, long blob, IOException cause) {
        Answer<Long> now = blob(title, file);
        if (now.equals(new Done<>(blob))) {
            throw Trouble.of("open the file " + file + " of " + title, cause);
        }
        return now;
    }

    private Answer<Name> mayCreate(Name title) {
        ThreadState taken = state().thread(title);
        touch(taken == null ? state().position() : taken.position());
        return lookup.mayCreate(title);
    }

    private Answer<ThreadState> in(Name title) {
        ThreadState thread = state().thread(title);
        touch(thread == null ? state().position() : thread.position());
        return thread == null ? refuse(noThread(title)) : new Done<>(thread);
    }

    private static Refusal noThread(Name title) {
        return Refusal.noThread(title);
    }

    private ForumState state() {
        return storage.state();
    }

    private static <T> Answer<T> refuse(Refusal refusal) {
        return new Refused<>(refusal);
    }
}
