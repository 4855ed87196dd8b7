package forum.server.login;

import forum.api.Name;
import forum.api.Refusal;
import forum.api.storage.Credentials;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Judge passwords and make accounts.
 *
 * <p>Argon2id runs on a small pool of platform threads, so that logins neither exhaust memory nor keep commands from
 * the processors. Thread-safe.
 */
public final class Accounts implements AutoCloseable {

    private static final int HASHERS = 2;
    private static final int MAX_PASSWORD_BYTES = 1024;

    /** What no password hashes to; checking one against it takes as long as against a user's. */
    private static final PasswordHash NOBODYS = PasswordHash.of(new byte[16], new byte[32]);

    private final Credentials credentials;
    private final VerifiedPasswords verified;
    private final ExecutorService hashers = Executors.newFixedThreadPool(
            HASHERS, Thread.ofPlatform().daemon().name("password-hash-", 0).factory());

    /** Keep accounts in these credentials. */
    public Accounts(Credentials credentials, InstantSource clock) {
        this.credentials = credentials;
        this.verified = new VerifiedPasswords(clock);
    }

    /** Hash every password that an operator wrote into the credentials as it is; gives how many there were. */
    public int hashPlainPasswords() {
        int count = 0;
        for (Name user : credentials.names()) {
            Optional<String> plain = credentials.find(user).filter(c -> !PasswordHash.looksHashed(c));
            if (plain.isPresent()) {
                String hashed = onHasher(() -> PasswordHash.of(plain.get()).toString());
                count += credentials.replace(user, plain.get(), hashed) ? 1 : 0;
            }
        }
        return count;
    }

    /** Tell whether there is such a user. */
    public boolean exists(Name user) {
        return credentials.find(user).isPresent();
    }

    /** Tell whether this is the user's password; takes as long for a user who does not exist. */
    public boolean verify(Name user, byte[] password) {
        if (password.length > MAX_PASSWORD_BYTES) {
            return false;
        }
        Optional<String> credential = credentials.find(user);
        if (credential.isPresent() && verified.knows(credential.get(), password)) {
            return true;
        }
        PasswordHash hash = credential.flatMap(PasswordHash::parse).orElse(NOBODYS);
        String key = credential.orElse("");
        return onHasher(() -> verified.knows(key, password) || hash.matches(password) && remember(key, password))
                && credential.isPresent();
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

    /** Make an account; false if somebody else has made it meanwhile. */
    public boolean register(Name user, byte[] password) {
        String credential = onHasher(() -> PasswordHash.of(password).toString());
        boolean added = credentials.add(user, credential);
        if (added) {
            verified.remember(credential, password);
        }
        return added;
    }

    @Override
    public void close() {
        hashers.shutdownNow();
    }

    private boolean remember(String credential, byte[] password) {
        verified.remember(credential, password);
        return true;
    }

    private <T> T onHasher(Callable<T> work) {
        try {
            return hashers.submit(work).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A password could not be hashed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a password was hashed", e);
        }
    }
}
