package forum.server.login;

import forum.api.Refusal;
import java.time.Duration;

/** What an attempt with a password comes to. */
public sealed interface Verdict {

    /** It is the password. */
    record Right() implements Verdict {}

    /** It is not, or there is no such user, or the user may not log in. */
    record Wrong() implements Verdict {}

    /**
     * It was not judged.
     *
     * @param refusal {@code THROTTLED}
     */
    record Throttled(Refusal refusal) implements Verdict {}

    /** There were too many wrong ones. */
    static Verdict tooMany(Duration wait) {
        return new Throttled(throttled("Too many wrong passwords", wait));
    }

    /** There are too many at once. */
    static Verdict tooManyAtOnce() {
        return new Throttled(throttled("The server is checking as many passwords as it can", Duration.ofSeconds(1)));
    }

    /** Refuse for now, and say for how long. */
    static Refusal throttled(String why, Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        String time = seconds < 100 ? seconds + " s" : (seconds + 59) / 60 + " min";
        return new Refusal("THROTTLED", why + "; try again in " + time);
    }
}
