package forum.server.login;

import forum.api.Name;
import forum.api.Refusal;
import forum.api.storage.Credentials;
import forum.api.storage.StorageException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judge passwords, and keep them as hashes.
 *
 * <pre>
 * too many wrong ones before? --> THROTTLED
 *   found right a short while ago? --> right
 *     somebody is asking the same? --> their answer
 *       in line for a hash run, unless it is full --> right or wrong
 * </pre>
 *
 * <p>The order matters: if the digest of a right password were tested before the throttle, whoever guesses could try at
 * full speed while it is remembered. A user who does not exist takes the same way. Thread-safe.
 */
public final class Accounts implements AutoCloseable {

    private static final int MAX_PASSWORD_BYTES = 1024;

    private record Attempt(Name user, Source source, ByteBuffer digest) {}

    private final Credentials credentials;
    private final Hashing hashing;
    private final PasswordHash nobodys;
    private final Hashers hashers = new Hashers();
    private final Flights<Attempt, Verdict> flights = new Flights<>();
    private final VerifiedPasswords verified;
    private final Throttle throttle;

    /** Keep accounts in these credentials, with Argon2id. */
    public Accounts(Credentials credentials, InstantSource clock, Throttle throttle) {
        this(credentials, clock, throttle, Argon2.DEFAULT);
    }

    Accounts(Credentials credentials, InstantSource clock, Throttle throttle, Hashing hashing) {
        this.credentials = credentials;
        this.hashing = hashing;
        this.nobodys = hashing.nobodys();
        this.verified = new VerifiedPasswords(clock, new KeyedDigest());
        this.throttle = throttle;
    }

    /** Hash every password that an operator wrote into the credentials as it is; gives how many there were. */
    public int hashPlainPasswords() {
        int count = 0;
        for (Name user : credentials.names()) {
            String stored = credentials.find(user).orElse(Credential.DISABLED);
            if (Credential.parse(stored) instanceof Credential.Plain(String password)) {
                String hashed =
                        hashing.hash(password.getBytes(StandardCharsets.UTF_8)).toString();
                count += credentials.replace(user, stored, hashed) ? 1 : 0;
            }
        }
        return count;
    }

    /** List those whose credential is damaged, so that they cannot log in. */
    public List<Name> unreadable() {
        List<Name> users = new ArrayList<>();
        for (Name user : credentials.names()) {
            if (credentials.find(user).map(Credential::parse).orElseThrow() instanceof Credential.Unreadable) {
                users.add(user);
            }
        }
        return users;
    }

    /** Tell whether the name is somebody's, or was. */
    public boolean exists(Name user) {
        return credentials.find(user).isPresent();
    }

    /** Tell whether somebody may be logged in as that user. */
    public boolean isActive(Name user) {
        return credentials
                .find(user)
                .map(Credential::parse)
                .filter(Credential.Active.class::isInstance)
                .isPresent();
    }

    /** Judge a password; takes the same way, and as long, for a user who does not exist. */
    public Verdict verify(Name user, byte[] password, Source source) {
        Optional<Duration> wait = throttle.wait(user, source);
        if (wait.isPresent()) {
            return Verdict.tooMany(wait.get());
        }
        if (password.length > MAX_PASSWORD_BYTES) {
            return new Verdict.Wrong();
        }
        String stored = credentials.find(user).orElse("");
        byte[] digest = verified.digest(user, stored, password);
        return flights.share(
                new Attempt(user, source, ByteBuffer.wrap(digest)),
                () -> judge(user, password, source, stored, digest));
    }

    private Verdict judge(Name user, byte[] password, Source source, String stored, byte[] digest) {
        if (verified.knows(user, digest)) {
            throttle.welcome(user, source);
            return new Verdict.Right();
        }
        Optional<Duration> wait = throttle.begin(user, source);
        if (wait.isPresent()) {
            return Verdict.tooMany(wait.get());
        }
        Optional<Boolean> right = hashers.run(turn(user, source), () -> isRight(user, password, stored, digest));
        if (right.isEmpty() || right.get()) {
            throttle.takeBack(user, source);
        }
        if (right.isEmpty()) {
            return Verdict.tooManyAtOnce();
        }
        if (!right.get()) {
            return new Verdict.Wrong();
        }
        throttle.welcome(user, source);
        return new Verdict.Right();
    }

    private Hashers.Turn turn(Name user, Source source) {
        return throttle.isHome(user, source) ? Hashers.Turn.HOME : Hashers.Turn.STRANGER;
    }

    /** Judge on a hasher's thread; somebody at another place may have been found right meanwhile. */
    private boolean isRight(Name user, byte[] password, String stored, byte[] digest) {
        if (verified.knows(user, digest)) {
            return true;
        }
        Credential credential = Credential.parse(stored);
        boolean matches = hashing.matches(hashIn(credential), password);
        if (!matches || !(credential instanceof Credential.Active(PasswordHash hash))) {
            return false;
        }
        remember(user, password, hashing.isWeak(hash) ? strengthened(user, password, stored) : stored);
        return true;
    }

    /** Whoever cannot log in costs a run, too. */
    private PasswordHash hashIn(Credential credential) {
        return switch (credential) {
            case Credential.Active(PasswordHash hash) -> hash;
            case Credential.Disabled(PasswordHash hash) -> hash;
            case Credential.Removed _, Credential.Plain _, Credential.Unreadable _ -> nobodys;
        };
    }

    /** Hash anew what was hashed when less was thought enough; gives what is stored now. */
    private String strengthened(Name user, byte[] password, String stored) {
        String stronger = hashing.hash(password).toString();
        try {
            return credentials.replace(user, stored, stronger) ? stronger : stored;
        } catch (StorageException e) {
            // the login does not depend on it, and the next one tries again
            System.getLogger("forum.server").log(Level.WARNING, "A password could not be hashed anew", e);
            return stored;
        }
    }

    private void remember(Name user, byte[] password, String stored) {
        verified.remember(user, verified.digest(user, stored, password));
    }

    /** Tell why this cannot be a new password, if it cannot. */
    public Optional<Refusal> flaw(byte[] password) {
        if (password.length == 0) {
            return Optional.of(Refusal.badText("The password must not be empty"));
        }
        if (password.length > MAX_PASSWORD_BYTES) {
            return Optional.of(Refusal.tooBig("A password has at most " + MAX_PASSWORD_BYTES + " bytes"));
        }
        return Optional.empty();
    }

    /** Change a password; {@code Wrong} if the present one is, or is not the present one any more. */
    public Verdict change(Name user, byte[] present, byte[] fresh, Source source) {
        Verdict verdict = verify(user, present, source);
        if (!(verdict instanceof Verdict.Right)) {
            return verdict;
        }
        Optional<String> stored = credentials.find(user);
        Optional<String> changed =
                hashers.run(Hashers.Turn.HOME, () -> hashing.hash(fresh).toString());
        if (changed.isEmpty()) {
            return Verdict.tooManyAtOnce();
        }
        boolean isThePresentOne = stored.filter(s -> verified.knows(user, verified.digest(user, s, present)))
                .isPresent();
        return isThePresentOne && credentials.replace(user, stored.get(), changed.get())
                ? new Verdict.Right()
                : new Verdict.Wrong();
    }

    /** Make an account; empty if the line for a hash run is full, false if somebody has the name already. */
    Optional<Boolean> make(Name user, byte[] password, Source source) {
        Optional<String> credential =
                hashers.run(Hashers.Turn.STRANGER, () -> hashing.hash(password).toString());
        return credential.map(made -> {
            boolean added = credentials.add(user, made);
            if (added) {
                remember(user, password, made);
                throttle.welcome(user, source);
            }
            return added;
        });
    }

    /** Hash a password that the operator gives. */
    PasswordHash hash(byte[] password) {
        return hashers.run(Hashers.Turn.HOME, () -> hashing.hash(password))
                .orElseThrow(() -> new IllegalStateException("Too many passwords are being checked"));
    }

    @Override
    public void close() {
        hashers.close();
    }
}
