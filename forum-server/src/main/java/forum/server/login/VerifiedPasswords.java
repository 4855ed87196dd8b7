package forum.server.login;

import forum.api.Name;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remember for a short while that a password was right, so that a bot that logs in again and again costs one Argon2id
 * run, not one for each connection.
 *
 * <p>Kept is a digest under a key that exists only in this process, bound to the stored credential: a changed password
 * forgets the old one. One is kept for each user, and for those alone who came last. Thread-safe.
 */
final class VerifiedPasswords {

    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final int MOST = 4096;

    private record Verified(byte[] digest, Instant until) {}

    private final InstantSource clock;
    private final KeyedDigest digests;
    private final Map<Name, Verified> byUser = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Name, Verified> eldest) {
            return size() > MOST;
        }
    };

    VerifiedPasswords(InstantSource clock, KeyedDigest digests) {
        this.clock = clock;
        this.digests = digests;
    }

    /** Digest a password that is given for a user with that credential. */
    byte[] digest(Name user, String credential, byte[] password) {
        return digests.of(
                user.value().getBytes(StandardCharsets.UTF_8), credential.getBytes(StandardCharsets.UTF_8), password);
    }

    /** Tell whether the password with this digest was found right a short while ago. */
    synchronized boolean knows(Name user, byte[] digest) {
        Verified verified = byUser.get(user);
        if (verified != null && !clock.instant().isBefore(verified.until)) {
            byUser.remove(user);
            return false;
        }
        return verified != null && MessageDigest.isEqual(verified.digest, digest);
    }

    /** Remember that the password with this digest is right. */
    synchronized void remember(Name user, byte[] digest) {
        byUser.put(user, new Verified(digest, clock.instant().plus(LIFETIME)));
    }
}
