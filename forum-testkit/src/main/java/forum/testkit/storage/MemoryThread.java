package forum.testkit.storage;

import forum.api.Attachment;
import forum.api.Entry;
import forum.api.ForumThread;
import forum.api.Message;
import forum.api.MessageRef;
import forum.api.Name;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Hold a thread in plain lists; messages are numbered when they are read. */
final class MemoryThread {

    final Name title;
    final long id;
    final Name owner;
    final Instant created;
    final List<Entry> entries = new ArrayList<>();
    final Map<Name, byte[]> files = new HashMap<>();
    private Instant active;
    private long revision;

    MemoryThread(Name title, long id, Name owner, Instant created) {
        this.title = title;
        this.id = id;
        this.owner = owner;
        this.created = created;
        this.active = created;
    }

    MemoryThread copy() {
        MemoryThread copy = new MemoryThread(title, id, owner, created);
        copy.entries.addAll(entries);
        copy.files.putAll(files);
        copy.active = active;
        copy.revision = revision;
        return copy;
    }

    ForumThread describe() {
        int attached = files.size();
        return new ForumThread(title, id, owner, entries.size() - attached, attached, created, active, revision);
    }

    void reach(Instant time, long reached) {
        active = time;
        revision = reached;
    }

    void change(Instant time) {
        active = time;
        revision++;
    }

    /** Give the entries as they are now, messages with their numbers. */
    List<Entry> numbered() {
        List<Entry> all = new ArrayList<>(entries.size());
        int number = 0;
        for (Entry entry : entries) {
            all.add(
                    switch (entry) {
                        case Message message -> numbered(message, ++number);
                        case Attachment attachment -> attachment;
                    });
        }
        return all;
    }

    Optional<Message> find(MessageRef wanted) {
        return numbered().stream()
                .filter(Message.class::isInstance)
                .map(Message.class::cast)
                .filter(message -> switch (wanted) {
                    case MessageRef.Number(int number) -> message.number() == number;
                    case MessageRef.Id(long id) -> message.id() == id;
                    case MessageRef.Nowhere() -> false;
                })
                .findFirst();
    }

    List<Attachment> attachments() {
        return entries.stream()
                .filter(Attachment.class::isInstance)
                .map(Attachment.class::cast)
                .toList();
    }

    int indexOf(long entry) {
        return IntStream.range(0, entries.size())
                .filter(i -> entries.get(i).id() == entry)
                .findFirst()
                .orElseThrow();
    }

    int below(long id) {
        return (int) entries.stream().filter(entry -> entry.id() < id).count();
    }

    private static Message numbered(Message message, int number) {
        return new Message(number, message.id(), message.author(), message.time(), message.edited(), message.text());
    }
}
