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
import forum.api.storage.Capacity;
import forum.api.storage.Session;
import forum.testkit.storage.MemoryForum.Arriving;
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
            Optional<Refusal> refusal = capacity()
                    .title(title)
                    .or(() -> capacity().moreThreads(forum.threads.size(), forum.holding(actor.name())));
            if (refusal.isPresent()) {
                return refuse(refusal.get());
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
                thread -> postable(thread, text).map(checked -> {
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
                        .then(old -> exchangeable(old, text).map(checked -> {
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
        return in(title, thread -> receivable(thread, file, 0)).map(MemoryThread::describe);
    }

    @Override
    public Answer<Attachment> attach(Name title, Upload upload) throws Upload.Cut {
        Name file = upload.file();
        Arriving arriving = new Arriving(actor.name(), upload.size());
        Answer<MemoryThread> early = in(
                title,
                thread -> receivable(thread, file, upload.size()).map(good -> {
                    forum.arriving.add(arriving);
                    return good;
                }));
        if (!(early instanceof Done<MemoryThread>(MemoryThread expected))) {
            return early.map(unreached -> {
                throw new IllegalStateException("A refusal has no value");
            });
        }
        Optional<MemoryContent> content = Optional.empty();
        try {
            content = Optional.of(MemoryContent.receive(upload));
        } finally {
            if (content.isEmpty()) {
                end(arriving);
            }
        }
        return attach(title, expected, file, content.get(), arriving);
    }

    @Override
    public PluginStore store(String plugin) {
        return new MemoryStore(forum, plugin);
    }

    @Override
    public void sync() {
        // memory is as durable as this storage gets
    }

    @Override
    public boolean isDurable() {
        return true;
    }

    private Answer<Attachment> attach(
            Name title, MemoryThread expected, Name file, MemoryContent content, Arriving arriving) {
        synchronized (forum) {
            end(arriving);
            return in(title, thread -> thread == expected ? attachable(thread, file) : refuse(Refusal.noThread(title)))
                    .map(thread -> attach(thread, file, content));
        }
    }

    private void end(Arriving arriving) {
        synchronized (forum) {
            forum.arriving.removeIf(file -> file == arriving);
        }
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

    private Answer<Text> postable(MemoryThread thread, Text text) {
        return capacity()
                .checked(text)
                .then(good -> judged(
                        capacity()
                                .moreEntries(thread.entries.size())
                                .or(() -> capacity().moreMessages(good, forum.holding(actor.name()))),
                        good));
    }

    private Answer<Text> exchangeable(Message old, Text text) {
        return capacity()
                .checked(text)
                .then(good ->
                        judged(capacity().otherText(old.text().length(), good, forum.holding(old.author())), good));
    }

    private Answer<MemoryThread> receivable(MemoryThread thread, Name file, long size) {
        return attachable(thread, file)
                .then(good -> judged(capacity().moreFiles(size, forum.holding(actor.name())), good));
    }

    private Answer<MemoryThread> attachable(MemoryThread thread, Name file) {
        if (thread.files.containsKey(file)) {
            return refuse(Refusal.fileExists(thread.title, file));
        }
        return judged(file.flaw(Name.Kind.FILE).or(() -> capacity().moreEntries(thread.entries.size())), thread);
    }

    private static <T> Answer<T> judged(Optional<Refusal> refusal, T good) {
        return refusal.isPresent() ? refuse(refusal.get()) : new Done<>(good);
    }

    private Capacity capacity() {
        return storage.capacity();
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
