package forum.server.connection;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * The arguments of a session word.
 *
 * @param word the word itself, in upper case
 * @param values what stands behind it
 */
record Words(String word, List<byte[]> values) {

    int count() {
        return values.size();
    }

    byte[] bytes(int index) {
        return values.get(index);
    }

    String text(int index) {
        return new String(values.get(index), StandardCharsets.UTF_8);
    }

    /** Give an argument that is a word itself. */
    String keyword(int index) {
        return text(index).toUpperCase(Locale.ROOT);
    }
}
