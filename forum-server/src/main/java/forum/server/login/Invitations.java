package forum.server.login;

import forum.api.Name;
import forum.api.command.PluginStore;
import forum.api.storage.Actor;
import forum.api.storage.Session;
import forum.api.storage.Storage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * Give out codes that let one newcomer in each.
 *
 * <p>A code has 100 bits of chance, so it is not guessed; kept is its digest with the time when it ends, in the
 * storage's part for plugins. Thread-safe.
 */
public final class Invitations {

    /** How long a code is good for. */
    public static final Duration LIFETIME = Duration.ofDays(30);

    private static final Name STORE = new Name("forum.server");
    private static final String KEY = "invitation/";
    private static final byte[] SPENT = {'-'};
    private static final int GROUPS = 5;

    private final Storage storage;
    private final InstantSource clock;

    /** Keep them in this storage. */
    public Invitations(Storage storage, InstantSource clock) {
        this.storage = storage;
        this.clock = clock;
    }

    /** Make a code, and forget those that have ended. */
    public String make() {
        Session session = session();
        PluginStore store = store(session);
        for (String key : store.keys(KEY)) {
            store.read(key).filter(v -> !isGood(v)).ifPresent(_ -> store.remove(key));
        }
        String code = RandomCode.of(GROUPS);
        Instant end = clock.instant().plus(LIFETIME);
        store.write(key(code), Long.toString(end.toEpochMilli()).getBytes(StandardCharsets.US_ASCII));
        session.sync();
        return code;
    }

    /** Spend a code, so that nobody else can; gives what takes that back, or nothing if the code is not good. */
    Optional<Runnable> spend(String code) {
        String key = key(code);
        Session session = session();
        PluginStore store = store(session);
        Optional<byte[]> end = store.read(key).filter(this::isGood);
        if (end.isEmpty() || !store.replace(key, end, SPENT)) {
            return Optional.empty();
        }
        session.sync();
        return Optional.of(() -> {
            store.write(key, end.get());
            session.sync();
        });
    }

    private boolean isGood(byte[] end) {
        return !MessageDigest.isEqual(end, SPENT)
                && clock.millis() < Long.parseLong(new String(end, StandardCharsets.US_ASCII));
    }

    private Session session() {
        return storage.session(Actor.user(STORE));
    }

    private static PluginStore store(Session session) {
        return session.store(STORE.value());
    }

    private static String key(String code) {
        String letters = code.replace("-", "").strip().toLowerCase(Locale.ROOT);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(letters.getBytes(StandardCharsets.UTF_8));
            return KEY + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256", e);
        }
    }
}
