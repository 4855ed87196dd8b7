package forum.server.login;

import forum.api.Answer;
import forum.api.Name;
import forum.api.Refusal;
import forum.api.storage.Credentials;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Let the operator look after the accounts, while the server runs or not. Thread-safe. */
public final class Users {

    private static final int PASSWORD_GROUPS = 4;

    private final Credentials credentials;
    private final Accounts accounts;
    private final Consumer<Name> dismissal;

    /** What an account is. */
    public enum State {
        /** Its user may log in. */
        ACTIVE,
        /** The operator has disabled it. */
        DISABLED,
        /** It is gone, and its name is kept for nobody. */
        REMOVED,
        /** Its password hash cannot be read. */
        DAMAGED
    }

    /** An account. */
    public record User(Name name, State state) {}

    /**
     * Look after these accounts.
     *
     * @param dismissal ends a user's connections
     */
    public Users(Credentials credentials, Accounts accounts, Consumer<Name> dismissal) {
        this.credentials = credentials;
        this.accounts = accounts;
        this.dismissal = dismissal;
    }

    /** List all, in the order in which they came. */
    public List<User> list() {
        return credentials.names().stream()
                .flatMap(name -> credentials.find(name).map(c -> new User(name, state(Credential.parse(c)))).stream())
                .toList();
    }

    /** Make an account; gives its password. */
    public Answer<String> add(Name user) {
        Optional<Refusal> flaw = user.flawOfNew(Name.Kind.USER);
        if (flaw.isPresent()) {
            return new Answer.Refused<>(flaw.get());
        }
        String password = RandomCode.of(PASSWORD_GROUPS);
        return credentials.add(user, hash(password).toString())
                ? new Answer.Done<>(password)
                : refuse("The name " + user + " is or was somebody's; reset gives it another password");
    }

    /** Give a user another password, a removed one the account back; gives the password. */
    public Answer<String> reset(Name user) {
        String password = RandomCode.of(PASSWORD_GROUPS);
        PasswordHash hash = hash(password);
        return change(user, credential -> switch (credential) {
                    case Credential.Disabled _ -> new Credential.Disabled(hash);
                    case Credential.Active _, Credential.Removed _, Credential.Plain _, Credential.Unreadable _ ->
                        new Credential.Active(hash);
                })
                .map(_ -> password);
    }

    /** Let a user not log in until further notice. */
    public Answer<State> disable(Name user) {
        return change(
                user,
                credential -> credential instanceof Credential.Active(PasswordHash hash)
                        ? new Credential.Disabled(hash)
                        : credential);
    }

    /** Let a disabled user log in again. */
    public Answer<State> enable(Name user) {
        return change(
                user,
                credential -> credential instanceof Credential.Disabled(PasswordHash hash)
                        ? new Credential.Active(hash)
                        : credential);
    }

    /** Remove an account and keep its name for nobody, because what its user wrote goes on bearing it. */
    public Answer<State> remove(Name user) {
        return change(user, _ -> new Credential.Removed());
    }

    /** Change a credential, whoever else may change it; whoever is logged in with another one is ended. */
    private Answer<State> change(Name user, UnaryOperator<Credential> change) {
        while (true) {
            Optional<String> stored = credentials.find(user);
            if (stored.isEmpty()) {
                return refuse("There is no user " + user);
            }
            Credential present = Credential.parse(stored.get());
            Credential changed = change.apply(present);
            if (changed.equals(present)) {
                return new Answer.Done<>(state(present));
            }
            if (credentials.replace(user, stored.get(), changed.toString())) {
                dismissal.accept(user);
                return new Answer.Done<>(state(changed));
            }
        }
    }

    private PasswordHash hash(String password) {
        return accounts.hash(password.getBytes(StandardCharsets.UTF_8));
    }

    private static State state(Credential credential) {
        return switch (credential) {
            case Credential.Active _, Credential.Plain _ -> State.ACTIVE;
            case Credential.Disabled _ -> State.DISABLED;
            case Credential.Removed _ -> State.REMOVED;
            case Credential.Unreadable _ -> State.DAMAGED;
        };
    }

    private static <T> Answer<T> refuse(String why) {
        return new Answer.Refused<>(new Refusal("REFUSED", why));
    }
}
