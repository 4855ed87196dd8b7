package forum.storage.fs;

import forum.api.Answer;
import forum.api.Answer.Done;
import forum.api.Answer.Refused;
import forum.api.Attachment;
import forum.api.Content;
import forum.api.Event;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Act in the forum as one actor, and remember up to where the journal must be durable for what was answered. */
final class FsSession implements Session {

    private final FsStorage storage;
    private final Actor actor;
    private final Lookup lookup;
    private long lowest = Long.MAX_VALUE;
    private long highest;

    FsSession(FsStorage storage, Actor actor) {
        this.storage = storage;
        this.actor = actor;
        this.lookup = new Lookup(storage.state(), actor);
    }

    @Override
    public List<ForumThread> threads() {
        return storage.read(() -> {
            touch(state().position());
            List<ForumThread> all = new ArrayList<>();
            for (ThreadState thread : state().threads()) {
                touch(thread.position());
                all.add(thread.describe());
            }
            return all;
        });
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
        return storage.change(() -> mayCreate(title).map(good -> {
            long id = state().nextId();
            Change.Created change = new Change.Created(id, 1, storage.now(), actor.name(), good);
            return new Proposal<>(
                    change,
                    () -> known(id).describe(),
                    thread -> Optional.of(new Event.Created(thread.created(), actor.name(), thread)),
                    position -> {
                        known(id).position(position);
                        state().position(position);
                        touch(position);
                    });
        }));
    }

    @Override
    public Answer<Message> post(Name title, Text text) {
        Answer<Text> checked = text.checked();
        return storage.change(() -> in(title)
                .then(thread -> checked.map(good -> {
                    Change.Posted change = new Change.Posted(
                            thread.id, thread.revision() + 1, storage.now(), state().nextId(), actor.name(), good);
                    return proposal(
                            thread,
                            change,
                            () -> lookup.message(thread, thread.entries.size() - 1),
                            posted -> new Event.Posted(posted.time(), actor.name(), thread.describe(), posted));
                })));
    }

    @Override
    public Answer<Message> edit(Name title, MessageRef wanted, Text text) {
        Answer<Text> checked = text.checked();
        return storage.change(() -> in(title)
                .then(thread -> lookup.own(thread, wanted, Refusal.notEditable())
                        .then(position -> checked.map(good -> {
                            Change.Edited change = new Change.Edited(
                                    thread.id,
                                    thread.revision() + 1,
                                    storage.now(),
                                    thread.entries.entry(position).id(),
                                    actor.name(),
                                    good);
                            return proposal(
                                    thread,
                                    change,
                                    () -> lookup.message(thread, position),
                                    edited -> new Event.Edited(time(change), actor.name(), thread.describe(), edited));
                        }))));
    }

    @Override
    public Answer<Message> delete(Name title, MessageRef wanted) {
        return storage.change(() -> in(title)
                .then(thread -> lookup.own(thread, wanted, Refusal.notDeletable())
                        .map(position -> {
                            Message old = lookup.message(thread, position);
                            Change.Deleted change = new Change.Deleted(
                                    thread.id, thread.revision() + 1, storage.now(), old.id(), actor.name());
                            return proposal(
                                    thread,
                                    change,
                                    () -> old,
                                    deleted ->
                                            new Event.Deleted(time(change), actor.name(), thread.describe(), deleted));
                        })));
    }

    @Override
    public Answer<ForumThread> remove(Name title) {
        return storage.change(() -> in(title)
                .then(thread -> lookup.mayRemove(thread).map(old -> {
                    Change.Removed change =
                            new Change.Removed(thread.id, thread.revision() + 1, storage.now(), actor.name());
                    return new Proposal<>(
                            change,
                            () -> old,
                            removed -> Optional.of(new Event.Removed(
                                    time(change), actor.name(), thread.describe(change.revision(), time(change)))),
                            position -> {
                                state().position(position);
                                touch(position);
                            });
                })));
    }

    @Override
    public Answer<ForumThread> mayAttach(Name title, Name file) {
        return storage.read(() ->
                in(title).then(thread -> lookup.attachable(thread, file).map(good -> thread.describe())));
    }

    @Override
    public Answer<Attachment> attach(Name title, Upload upload) throws Upload.Cut {
        Name name = upload.file();
        Answer<Long> early = storage.read(
                () -> in(title).then(thread -> lookup.attachable(thread, name).map(good -> thread.id)));
        return switch (early) {
            case Refused<Long>(Refusal refusal) -> new Refused<>(refusal);
            case Done<Long>(Long thread) -> attach(title, thread, receive(upload));
        };
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

    /** Take note that what is answered depends on the change at a position. */
    void touch(long position) {
        if (position > storage.journal().settled()) {
            lowest = Math.min(lowest, position);
            highest = Math.max(highest, position);
        }
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

    private Answer<Attachment> attach(Name title, long expected, Change.StoredFile file) {
        boolean attached = false;
        try {
            Answer<Attachment> answer = storage.change(() -> in(title)
                    .then(thread ->
                            thread.id == expected ? lookup.attachable(thread, file.name()) : refuse(noThread(title)))
                    .map(good -> attachment(known(expected), file)));
            attached = answer instanceof Done;
            return answer;
        } finally {
            if (!attached) {
                storage.files().discard(file.blob());
            }
        }
    }

    private Proposal<Attachment> attachment(ThreadState thread, Change.StoredFile file) {
        Change.Attached change = new Change.Attached(
                thread.id, thread.revision() + 1, storage.now(), state().nextId(), actor.name(), file);
        return proposal(
                thread,
                change,
                () -> thread.lastFile(),
                attachment -> new Event.Attached(attachment.time(), actor.name(), thread.describe(), attachment));
    }

    private <T> Proposal<T> proposal(ThreadState thread, Change change, Supplier<T> answer, Function<T, Event> event) {
        return new Proposal<>(change, answer, value -> Optional.of(event.apply(value)), position -> {
            thread.position(position);
            touch(position);
        });
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

    private ThreadState known(long id) {
        return Objects.requireNonNull(state().thread(id));
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

    private static Instant time(Change.InThread change) {
        return Instant.ofEpochMilli(change.time());
    }

    private static <T> Answer<T> refuse(Refusal refusal) {
        return new Refused<>(refusal);
    }
}
