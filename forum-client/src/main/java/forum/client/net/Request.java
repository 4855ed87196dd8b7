package forum.client.net;

import forum.api.wire.WireOutput;
import java.util.List;

/**
 * Ask for something: a command word and its arguments.
 *
 * @param words the command word first
 */
public record Request(List<String> words) {

    /** Keep a copy. */
    public Request {
        words = List.copyOf(words);
    }

    /** Ask for that. */
    public static Request of(String... words) {
        return new Request(List.of(words));
    }

    /** Keep what was typed, perhaps a password, out of messages. */
    @Override
    public String toString() {
        return words.getFirst();
    }

    /** Write it, or all but a last argument whose bytes follow. */
    void writeTo(WireOutput out, int argumentsThatFollow) {
        out.array(words.size() + argumentsThatFollow);
        words.forEach(out::bulk);
    }
}
