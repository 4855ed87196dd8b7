package forum.testkit.storage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Record what several did to one thread of a forum at once, and tell whether one order explains all answers.
 *
 * <p>An order explains them if a forum that does one thing after the other would have answered the same, and nothing that
 * was answered before another thing was begun comes after it (Herlihy and Wing, Linearizability; the search is Wing and
 * Gong's, with what was seen before left out). {@link #perform} is thread-safe. The search is exponential at worst: keep
 * histories to a few dozen calls.
 */
public final class History {

    /** What answers a call that was carried out. */
    public static final String DONE = "done";

    /** What answers a call for a message that was not there. */
    public static final String REFUSED = "refused";

    private final AtomicLong clock = new AtomicLong();
    private final Queue<Operation> operations = new ConcurrentLinkedQueue<>();

    /** Begin with an empty thread. */
    public History() {}

    /** Ask for something that a thread can do. */
    public sealed interface Call {

        /** Post a text; {@link #DONE}. */
        record Post(String text) implements Call {}

        /** Edit the message of that number; {@link #DONE} or {@link #REFUSED}. */
        record Edit(int number, String text) implements Call {}

        /** Delete the message of that number; {@link #DONE} or {@link #REFUSED}. */
        record Delete(int number) implements Call {}

        /** Read all; the texts, a line each. */
        record Read() implements Call {}
    }

    private record Operation(Call call, String answer, long begun, long ended) {}

    private record Seen(BitSet done, List<String> texts) {}

    /** Do something, and take note of when it began and ended. */
    public void perform(Call call, Function<Call, String> forum) {
        long begun = clock.incrementAndGet();
        String answer = forum.apply(call);
        operations.add(new Operation(call, answer, begun, clock.incrementAndGet()));
    }

    /** Tell whether one order explains all answers; asked when all have come. */
    public boolean isExplained() {
        List<Operation> all = List.copyOf(operations);
        return isExplained(all, new BitSet(all.size()), List.of(), new HashSet<>());
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        operations.forEach(operation -> out.append(operation).append('\n'));
        return out.toString();
    }

    private static boolean isExplained(List<Operation> all, BitSet done, List<String> texts, Set<Seen> seen) {
        if (done.cardinality() == all.size()) {
            return true;
        }
        if (!seen.add(new Seen((BitSet) done.clone(), texts))) {
            return false;
        }
        long firstEnd = Long.MAX_VALUE;
        for (int i = done.nextClearBit(0); i < all.size(); i = done.nextClearBit(i + 1)) {
            firstEnd = Math.min(firstEnd, all.get(i).ended());
        }
        for (int i = done.nextClearBit(0); i < all.size(); i = done.nextClearBit(i + 1)) {
            Operation next = all.get(i);
            if (next.begun() < firstEnd && answer(next.call(), texts).equals(next.answer())) {
                done.set(i);
                if (isExplained(all, done, after(next.call(), texts), seen)) {
                    return true;
                }
                done.clear(i);
            }
        }
        return false;
    }

    private static String answer(Call call, List<String> texts) {
        return switch (call) {
            case Call.Post _ -> DONE;
            case Call.Edit edit -> isThere(edit.number(), texts) ? DONE : REFUSED;
            case Call.Delete delete -> isThere(delete.number(), texts) ? DONE : REFUSED;
            case Call.Read _ -> String.join("\n", texts);
        };
    }

    private static List<String> after(Call call, List<String> texts) {
        List<String> changed = new ArrayList<>(texts);
        switch (call) {
            case Call.Post(String text) -> changed.add(text);
            case Call.Edit(int number, String text) when isThere(number, texts) -> changed.set(number - 1, text);
            case Call.Delete(int number) when isThere(number, texts) -> changed.remove(number - 1);
            case Call.Edit _, Call.Delete _, Call.Read _ -> {}
        }
        return List.copyOf(changed);
    }

    private static boolean isThere(int number, List<String> texts) {
        return number >= 1 && number <= texts.size();
    }
}
