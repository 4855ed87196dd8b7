package forum.server.login;

import forum.api.Name;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;

/** Know the admin password by its digest, compare in a time that tells nothing, and slow down guessing. Thread-safe. */
public final class AdminPassword {

    /** No user can be called that. */
    private static final Name OPERATOR = new Name("");

    private final byte[] digest;
    private final Throttle throttle;

    /** Know that password; whoever guesses is slowed down by what counts guesses at users, too. */
    public AdminPassword(String password, Throttle throttle) {
        this.digest = digest(password.getBytes(StandardCharsets.UTF_8));
        this.throttle = throttle;
    }

    /** Judge what somebody gives for it. */
    public Verdict judge(byte[] password, Source source) {
        Optional<Duration> wait = throttle.begin(OPERATOR, source);
        if (wait.isPresent()) {
            return Verdict.tooMany(wait.get());
        }
        if (!MessageDigest.isEqual(digest, digest(password))) {
            return new Verdict.Wrong();
        }
        throttle.takeBack(OPERATOR, source);
        throttle.welcome(OPERATOR, source);
        return new Verdict.Right();
    }

    private static byte[] digest(byte[] password) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(password);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256", e);
        }
    }
}
