package forum.server.connection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words of the session, and when each is answered. */
public final class SessionWords {

    /** Who a word is answered for, and what it does. */
    record Entry(boolean strangers, boolean listeners, int min, int max, SessionWord word) {}

    private static final int ANY = Integer.MAX_VALUE;

    private static final Map<String, Entry> ENTRIES = entries();

    private SessionWords() {}

    /** List the words that no command may be named: these, and those of browsers. */
    public static Set<String> names() {
        Set<String> names = new HashSet<>(ENTRIES.keySet());
        names.addAll(RequestReader.HTTP);
        names.add(Incoming.PEEK);
        return names;
    }

    static Optional<Entry> find(String word) {
        return Optional.ofNullable(ENTRIES.get(word.toUpperCase(Locale.ROOT)));
    }

    private static Map<String, Entry> entries() {
        Map<String, Entry> entries = new HashMap<>();
        entries.put("LOGIN-N", new Entry(true, false, 1, 1, LoginWords::name));
        entries.put("LOGIN-P", new Entry(true, false, 1, 1, LoginWords::password));
        entries.put("LOGIN-NP", new Entry(true, false, 1, 2, LoginWords::newPassword));
        entries.put("LOGIN-S", new Entry(true, false, 0, ANY, LoginWords::welcome));
        entries.put("AUTH", new Entry(true, false, 1, 2, LoginWords::auth));
        entries.put("HELLO", new Entry(true, false, 0, ANY, HandshakeWords::hello));
        entries.put("RESET", new Entry(true, true, 0, 0, HandshakeWords::reset));
        entries.put("QUIT", new Entry(true, true, 0, ANY, HandshakeWords::quit));
        entries.put("PING", new Entry(true, true, 0, 1, HandshakeWords::ping));
        entries.put("SELECT", new Entry(true, false, 1, 1, HandshakeWords::select));
        entries.put("CLIENT", new Entry(true, false, 1, ANY, ClientWords::client));
        entries.put("INFO", new Entry(true, false, 0, ANY, ClientWords::info));
        entries.put("CONFIG", new Entry(true, false, 1, ANY, ClientWords::config));
        entries.put("COMMAND", new Entry(true, false, 0, ANY, CatalogueWords::command));
        entries.put("FILES", new Entry(false, false, 1, 1, CatalogueWords::files));
        entries.put("THREAD", new Entry(false, false, 1, 1, CatalogueWords::thread));
        entries.put("SUBSCRIBE", new Entry(false, true, 1, ANY, NewsWords::subscribe));
        entries.put("PSUBSCRIBE", new Entry(false, true, 1, ANY, NewsWords::subscribeToPatterns));
        entries.put("UNSUBSCRIBE", new Entry(false, true, 0, ANY, NewsWords::unsubscribe));
        entries.put("PUNSUBSCRIBE", new Entry(false, true, 0, ANY, NewsWords::unsubscribeFromPatterns));
        return Map.copyOf(entries);
    }
}
