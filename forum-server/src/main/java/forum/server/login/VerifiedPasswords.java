package forum.server.login;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remember for a short while that a password was right, so that a bot that logs in again and again costs one Argon2id
 * run, not one for each connection.
 *
 * <p>Kept is a digest under a key that exists only in this process, bound to the stored credential: a changed password
 * forgets the old one. Thread-safe.
 */
final class VerifiedPasswords {

    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final int MOST = 4096;

    private record Verified(byte[] digest, Instant until) {}

    private final InstantSource clock;
    private final SecretKeySpec key;
    private final Map<String, Verified> byCredential = new ConcurrentHashMap<>();

    VerifiedPasswords(InstantSource clock) {
        this.clock = clock;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
    }

    /** Tell whether this password was found right for that credential a short while ago. */
    boolean knows(String credential, byte[] password) {
        Verified verified = byCredential.get(credential);
        return verified != null
                && clock.instant().isBefore(verified.until)
                && MessageDigest.isEqual(verified.digest, digest(credential, password));
    }

    /** Remember that this password is right for that credential. */
    void remember(String credential, byte[] password) {
        Instant now = clock.instant();
        if (byCredential.size() >= MOST) {
            byCredential.values().removeIf(v -> now.isAfter(v.until));
        }
        if (byCredential.size() < MOST) {
            byCredential.put(credential, new Verified(digest(credential, password), now.plus(LIFETIME)));
        }
    }

    private byte[] digest(String credential, byte[] password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(credential.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(password);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no HMAC-SHA-256", e);
        }
    }
}
