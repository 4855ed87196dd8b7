package forum.server.login;

import forum.api.Name;
import forum.api.Refusal;
import forum.api.storage.Capacity;
import forum.server.ServerConfig.Access;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Make accounts for newcomers, as far as the operator lets them in. Thread-safe. */
public final class Registration {

    private static final Runnable NOTHING = () -> {};
    private static final long NANOS_PER_HOUR = Duration.ofHours(1).toNanos();

    private final Access access;
    private final Capacity capacity;
    private final Accounts accounts;
    private final Invitations invitations;
    private final Tally newcomers;
    private final Tally askers;

    /** What a newcomer's wish comes to. */
    public sealed interface Result {

        /** There is an account. */
        record Made() implements Result {}

        /** Somebody else has made it meanwhile. */
        record Taken() implements Result {}

        /** There is none, and the name is still free. */
        record Refused(Refusal refusal) implements Result {}
    }

    /** Let newcomers in as the configuration says. */
    public Registration(
            Access access, Capacity capacity, Accounts accounts, Invitations invitations, InstantSource clock) {
        KeyedDigest digests = new KeyedDigest();
        int perHour = Math.max(1, access.accountsPerHour());
        this.access = access;
        this.capacity = capacity;
        this.accounts = accounts;
        this.invitations = invitations;
        this.newcomers = new Tally(clock, digests, new Pace.Quota(perHour), Duration.ofNanos(NANOS_PER_HOUR / perHour));
        this.askers = new Tally(clock, digests, new Pace.Growing(60, Duration.ofMinutes(1)), Duration.ofSeconds(20));
    }

    /** Tell why nobody new can be called that, if nobody can. */
    public Optional<Refusal> flaw(Name user) {
        return capacity.user(user);
    }

    /**
     * Count a question whether a name is there, unless there were too many from that source: then refuse it. The answer
     * tells names apart, so a list of users must not be had by asking.
     */
    public Optional<Refusal> ask(Source source) {
        synchronized (askers) {
            Optional<Duration> wait = askers.wait(source.network());
            if (wait.isEmpty()) {
                askers.charge(source.network());
            }
            return wait.map(w -> Verdict.throttled("Too many names were tried", w));
        }
    }

    /** Take a question back: whoever asked has logged in. */
    public void answered(Source source) {
        synchronized (askers) {
            askers.refund(source.network());
        }
    }

    /** Make an account. */
    public Result register(Name user, byte[] password, Optional<String> code, Source source) {
        Optional<Refusal> refusal = accounts.flaw(password);
        if (refusal.isEmpty() && access.registration() == Access.Registration.CLOSED) {
            refusal = Optional.of(new Refusal("CLOSED", "Registration is closed; the operator makes accounts"));
        }
        if (refusal.isEmpty()) {
            refusal = count(source);
        }
        if (refusal.isPresent()) {
            return new Result.Refused(refusal.get());
        }
        Result result = registerInvited(user, password, code, source);
        if (!(result instanceof Result.Made)) {
            uncount(source);
        }
        return result;
    }

    private Result registerInvited(Name user, byte[] password, Optional<String> code, Source source) {
        if (access.registration() != Access.Registration.INVITE) {
            return make(user, password, source, NOTHING);
        }
        if (code.isEmpty()) {
            return new Result.Refused(new Refusal("INVITE", "A new account needs an invitation code"));
        }
        return invitations
                .spend(code.get())
                .map(back -> make(user, password, source, back))
                .orElseGet(() -> new Result.Refused(
                        new Refusal("INVITE", "The invitation code is unknown, or was used, or has ended")));
    }

    private Result make(Name user, byte[] password, Source source, Runnable back) {
        Optional<Boolean> made = Optional.empty();
        try {
            made = accounts.make(user, password, source);
        } finally {
            if (!made.orElse(false)) {
                back.run();
            }
        }
        if (made.isEmpty()) {
            return new Result.Refused(Verdict.throttled("Too many passwords are being hashed", Duration.ofSeconds(1)));
        }
        return made.get() ? new Result.Made() : new Result.Taken();
    }

    private Optional<Refusal> count(Source source) {
        if (access.accountsPerHour() == 0) {
            return Optional.empty();
        }
        synchronized (newcomers) {
            Optional<Duration> wait = newcomers.wait(source.network());
            if (wait.isEmpty()) {
                newcomers.charge(source.network());
            }
            return wait.map(w -> Verdict.throttled("Too many new accounts from your address", w));
        }
    }

    private void uncount(Source source) {
        synchronized (newcomers) {
            newcomers.refund(source.network());
        }
    }
}
