package forum.client.known;

import forum.api.command.Parameter.Kind;
import forum.client.line.Invocation;
import forum.client.news.Happening;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Remember which message this user last saw under a number.
 *
 * <p>Numbers move when somebody deletes a message; a person who types one means what was on the screen. So only what
 * was shown changes this, and the user's own deletions, never those of others. Thread-safe.
 */
public final class Numbers {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /** Nobody has that many on the screen; a server that tells of more is not to fill the memory. */
    private static final int MOST_THREADS = 1000;

    private static final int MOST_OF_A_THREAD = 100_000;

    private final Map<String, Seen> seenByThread = new LinkedHashMap<>();

    /** What was seen of a thread: a number means one message, and a message stands under one number. */
    private static final class Seen {
        private final TreeMap<Long, Long> ids = new TreeMap<>();
        private final Map<Long, Long> numbers = new HashMap<>();

        void put(long number, long id) {
            Optional.ofNullable(numbers.put(id, number)).ifPresent(before -> ids.remove(before, id));
            Optional.ofNullable(ids.put(number, id))
                    .filter(other -> other != id)
                    .ifPresent(numbers::remove);
            if (ids.size() > MOST_OF_A_THREAD) {
                numbers.remove(ids.pollFirstEntry().getValue());
            }
        }
    }

    /** The user was shown this message under this number. */
    public synchronized void saw(String thread, long number, long id) {
        seenByThread.computeIfAbsent(thread, _ -> new Seen()).put(number, id);
        if (seenByThread.size() > MOST_THREADS) {
            seenByThread.remove(seenByThread.keySet().iterator().next());
        }
    }

    /** The user did this, and knows what follows from it. */
    public synchronized void did(Happening own) {
        String thread = own.thread().orElse("");
        switch (own.event()) {
            case "removed" -> seenByThread.remove(thread);
            case "deleted" -> own.id().ifPresent(id -> deleted(thread, id));
            default -> {
                // numbers stay
            }
        }
    }

    /** Find the message that the user means. */
    public synchronized OptionalLong id(String thread, long number) {
        Long id = seenByThread.getOrDefault(thread, new Seen()).ids.get(number);
        return id == null ? OptionalLong.empty() : OptionalLong.of(id);
    }

    /** Point at the messages that the user means, by their ids where those are known. */
    public Invocation meant(Invocation typed) {
        String thread = typed.value(Kind.THREAD).orElse("");
        String number = typed.value(Kind.MESSAGE).orElse("");
        if (!NUMBER.matcher(number).matches()) {
            return typed;
        }
        OptionalLong id = id(thread, Long.parseLong(number));
        return id.isPresent() ? typed.with(Kind.MESSAGE, "#" + id.getAsLong()) : typed;
    }

    private void deleted(String thread, long id) {
        Seen before = seenByThread.getOrDefault(thread, new Seen());
        Optional.ofNullable(before.numbers.get(id)).ifPresent(gone -> {
            Seen after = new Seen();
            before.ids.headMap(gone, false).forEach(after::put);
            before.ids.tailMap(gone, false).forEach((number, moved) -> after.put(number - 1, moved));
            seenByThread.put(thread, after);
        });
    }
}
