package forum.client.known;

import forum.api.command.Parameter.Kind;
import forum.client.line.Invocation;
import forum.client.news.Happening;
import java.util.HashMap;
import java.util.Map;
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

    private final Map<String, TreeMap<Long, Long>> idsByThread = new HashMap<>();

    /** The user was shown this message under this number. */
    public synchronized void saw(String thread, long number, long id) {
        TreeMap<Long, Long> ids = idsByThread.computeIfAbsent(thread, _ -> new TreeMap<>());
        ids.values().removeIf(known -> known == id);
        ids.put(number, id);
    }

    /** The user did this, and knows what follows from it. */
    public synchronized void did(Happening own) {
        String thread = own.thread().orElse("");
        switch (own.event()) {
            case "removed" -> idsByThread.remove(thread);
            case "deleted" -> own.id().ifPresent(id -> deleted(thread, id));
            default -> {
                // numbers stay
            }
        }
    }

    /** Find the message that the user means. */
    public synchronized OptionalLong id(String thread, long number) {
        Long id = idsByThread.getOrDefault(thread, new TreeMap<>()).get(number);
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
        TreeMap<Long, Long> before = idsByThread.getOrDefault(thread, new TreeMap<>());
        before.entrySet().stream()
                .filter(entry -> entry.getValue() == id)
                .map(Map.Entry::getKey)
                .findFirst()
                .ifPresent(gone -> {
                    TreeMap<Long, Long> after = new TreeMap<>(before.headMap(gone, false));
                    before.tailMap(gone, false).forEach((number, moved) -> after.put(number - 1, moved));
                    idsByThread.put(thread, after);
                });
    }
}
