package forum.testkit;

import java.util.Arrays;
import java.util.function.Predicate;

/**
 * Say what a session is to be answered, as a sentence: {@code mike.asks("WHO").isAnswered("[…]")}. Replies are written
 * as {@link RespClient} says.
 */
public final class Question {

    private final RespClient client;
    private final String[] words;
    private final String reply;

    Question(RespClient client, String... words) {
        this.client = client;
        this.words = words;
        this.reply = client.ask(words);
    }

    /** Expect this reply. */
    public void isAnswered(String expected) {
        require(reply, reply.equals(expected), expected);
    }

    /** Expect a reply in which all of this is found, in this order. */
    public void isAnsweredWith(String... parts) {
        require(reply, has(parts).test(reply), "something with " + Arrays.toString(parts));
    }

    /** Expect a refusal with this code. */
    public void isRefused(String code) {
        require(reply, reply.startsWith("-" + code + " "), "a refusal -" + code);
    }

    /** Expect this reply sooner or later: the question is asked until then, because a listener must hear first. */
    public void isSoonAnswered(String expected) {
        await(expected::equals, expected);
    }

    /** Expect a reply in which all of this is found, in this order, sooner or later. */
    public void isSoonAnsweredWith(String... parts) {
        await(has(parts), "something with " + Arrays.toString(parts));
    }

    private void await(Predicate<String> wanted, String description) {
        long deadline = System.nanoTime() + Timeouts.PATIENCE.toNanos();
        String last = reply;
        while (!wanted.test(last) && System.nanoTime() < deadline) {
            last = client.ask(words);
        }
        require(last, wanted.test(last), description);
    }

    private void require(String actual, boolean holds, String expected) {
        if (!holds) {
            throw new AssertionError(
                    "%s%n  expected: %s%n   but was: %s".formatted(String.join(" ", words), expected, actual));
        }
    }

    private static Predicate<String> has(String... parts) {
        return text -> {
            int from = 0;
            for (String part : parts) {
                int at = text.indexOf(part, from);
                if (at < 0) {
                    return false;
                }
                from = at + part.length();
            }
            return true;
        };
    }
}
