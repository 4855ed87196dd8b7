package forum.testkit.storage;

import forum.api.Answer;
import forum.api.Answer.Done;
import forum.api.Answer.Refused;
import forum.api.Attachment;
import forum.api.Content;
import forum.api.Entry;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Act in a forum in memory; each operation holds the forum's monitor. */
final class MemorySession implements Session {

    private final MemoryStorage storage;
    private final MemoryForum forum;
    private final Actor actor;

    MemorySession(MemoryStorage storage, MemoryForum forum, Actor actor) {
        this.storage = storage;
        this.forum = forum;
        this.actor = actor;
    }

    @Override
    public List<ForumThread> threads() {
        synchronized (forum) {
            return forum.threads.values().stream().map(MemoryThread::describe).toList();
        }
    }

    @Override
    public Optional<ForumThread> thread(Name title) {
        synchronized (forum) {
            return Optional.ofNullable(forum.threads.get(title)).map(MemoryThread::describe);
        }
    }

    @Override
    public Answer<Page> read(Name title, Range range) {
        return in(title, thread -> {
            int size = thread.entries.size();
            List<Entry> entries =
                    thread.numbered().subList(range.from(size, thread::below), range.to(size, thread::below));
            return new Done<>(new MemoryPage(thread.describe(), entries));
        });
    }

    @Override
    public Answer<Message> message(Name title, MessageRef wanted) {
        return in(title, thread -> message(thread, wanted));
    }

    @Override
    public Answer<List<Attachment>> files(Name title) {
        return in(title, thread -> new Done<>(thread.attachments()));
    }

    @Override
    public Answer<Content> open(Name title, Name file) {
        return in(title, thread -> {
            byte[] bytes = thread.files.get(file);
            return bytes == null ? refuse(Refusal.noFile(title)) : new Done<>(new MemoryContent(bytes));
        });
    }

    @Override
    public Answer<ForumThread> create(Name title) {
        synchronized (forum) {
            if (forum.threads.containsKey(title)) {
                return refuse(Refusal.threadExists(title));
            }
            Optional<Refusal> flaw = title.flawOfNew(Name.Kind.THREAD);
            if (flaw.isPresent()) {
                return refuse(flaw.get());
            }
            Instant now = storage.now();
            MemoryThread thread = new MemoryThread(title, forum.nextId(), actor.name(), now);
            thread.change(now);
            forum.threads.put(title, thread);
            storage.tell(new Event.Created(now, actor.name(), thread.describe()));
            return new Done<>(thread.describe());
        }
    }

    @Override
    public Answer<Message> post(Name title, Text text) {
        return in(
                title,
                thread -> text.checked().map(checked -> {
                    Instant now = storage.now();
                    Message message =
                            new Message(0, forum.nextId(), actor.name(), now, false, Text.of(checked.bytes()));
                    thread.entries.add(message);
                    thread.change(now);
                    Message posted =
                            thread.find(new MessageRef.Id(message.id())).orElseThrow();
                    storage.tell(new Event.Posted(now, actor.name(), thread.describe(), posted));
                    return posted;
                }));
    }

    @Override
    public Answer<Message> edit(Name title, MessageRef wanted, Text text) {
        return in(
                title,
                thread -> own(thread, wanted, Refusal.notEditable())
                        .then(old -> text.checked().map(checked -> {
                            Message edited = new Message(
                                    old.number(), old.id(), old.author(), old.time(), true, Text.of(checked.bytes()));
                            Instant now = storage.now();
                            thread.entries.set(thread.indexOf(old.id()), edited);
                            thread.change(now);
                            storage.tell(new Event.Edited(now, actor.name(), thread.describe(), edited));
                            return edited;
                        })));
    }

    @Override
    public Answer<Message> delete(Name title, MessageRef wanted) {
        return in(
                title,
                thread -> own(thread, wanted, Refusal.notDeletable()).map(old -> {
                    Instant now = storage.now();
                    thread.entries.remove(thread.indexOf(old.id()));
                    thread.change(now);
                    storage.tell(new Event.Deleted(now, actor.name(), thread.describe(), old));
                    return old;
                }));
    }

    @Override
    public Answer<ForumThread> remove(Name title) {
        return in(title, thread -> {
            if (!mayChange(thread.owner)) {
                return refuse(Refusal.notRemovable(title));
            }
            ForumThread old = thread.describe();
            Instant now = storage.now();
            thread.change(now);
            forum.threads.remove(title);
            storage.tell(new Event.Removed(now, actor.name(), thread.describe()));
            return new Done<>(old);
        });
    }

    @Override
    public Answer<ForumThread> mayAttach(Name title, Name file) {
        return in(title, thread -> attachable(thread, file)).map(MemoryThread::describe);
    }

    @Override
    public Answer<Attachment> attach(Name title, Upload upload) throws Upload.Cut {
        Name file = upload.file();
        Answer<MemoryThread> early = in(title, thread -> attachable(thread, file));
        if (!(early instanceof Done<MemoryThread>(MemoryThread expected))) {
            return early.map(unreached -> {
                throw new IllegalStateException("A refusal has no value");
            });
        }
        MemoryContent content = MemoryContent.receive(upload);
        synchronized (forum) {
            return in(title, thread -> thread == expected ? attachable(thread, file) : refuse(Refusal.noThread(title)))
                    .map(thread -> attach(thread, file, content));
        }
    }

    @Override
    public PluginStore store(String plugin) {
        return new MemoryStore(forum, plugin);
    }

    @Override
    public void sync() {
        // memory is as durable as this storage gets
    }

    private Attachment attach(MemoryThread thread, Name file, MemoryContent content) {
        Instant now = storage.now();
        Attachment attachment =
                new Attachment(forum.nextId(), actor.name(), now, file, content.size(), content.sha256());
        thread.entries.add(attachment);
        thread.files.put(file, content.bytes());
        thread.change(now);
        storage.tell(new Event.Attached(now, actor.name(), thread.describe(), attachment));
        return attachment;
    }

    private static Answer<MemoryThread> attachable(MemoryThread thread, Name file) {
        if (thread.files.containsKey(file)) {
            return refuse(Refusal.fileExists(thread.title, file));
        }
        Optional<Refusal> flaw = file.flaw(Name.Kind.FILE);
        return flaw.isPresent() ? refuse(flaw.get()) : new Done<>(thread);
    }

    private static Answer<Message> message(MemoryThread thread, MessageRef wanted) {
        return thread.find(wanted).<Answer<Message>>map(Done::new).orElseGet(() -> refuse(Refusal.badNumber()));
    }

    private Answer<Message> own(MemoryThread thread, MessageRef wanted, Refusal notOwner) {
        return message(thread, wanted)
                .then(message -> mayChange(message.author()) ? new Done<>(message) : refuse(notOwner));
    }

    private boolean mayChange(Name owner) {
        return actor.unrestricted() || actor.name().equals(owner);
    }

    private <T> Answer<T> in(Name title, Function<MemoryThread, Answer<T>> operation) {
        synchronized (forum) {
            MemoryThread thread = forum.threads.get(title);
            return thread == null ? refuse(Refusal.noThread(title)) : operation.apply(thread);
        }
    }

    private static <T> Answer<T> refuse(Refusal refusal) {
        return new Refused<>(refusal);
    }
}
