package forum.client.dialogue;

import forum.api.Printable;
import forum.api.wire.WireValue;
import forum.client.net.Connection;
import forum.client.net.ConnectionException;
import forum.client.net.Fields;
import forum.client.net.Request;
import java.util.Optional;
import java.util.function.Consumer;

/** Log a person in with the dialogue of the original forum (docs/protocol.md, Logging in). */
final class Login {

    private final Connection connection;
    private final Console console;

    private record Attempt(WireValue answer, String password) {}

    Login(Connection connection, Console console) {
        this.connection = connection;
        this.console = console;
    }

    /**
     * Ask until somebody is logged in.
     *
     * @param known who is tried first, without asking
     * @return who, or empty at the end of the input
     */
    Optional<Account> run(Optional<String> known) throws ConnectionException {
        Optional<String> user = known.isPresent() ? known : askUser();
        while (user.isPresent()) {
            Optional<Attempt> attempt = tryAs(user.get());
            if (attempt.isEmpty()) {
                return Optional.empty();
            }
            WireValue answer = attempt.get().answer();
            if (isWelcome(answer)) {
                console.say(sentence(connection.call(Request.of("LOGIN-S")), user.get()));
                return Optional.of(new Account(user.get(), attempt.get().password()));
            }
            console.say(sentence(answer, user.get()));
            if (!isElsewhere(answer) || !console.confirms("Try again as " + Printable.line(user.get()) + "?")) {
                user = askUser();
            }
        }
        return Optional.empty();
    }

    /**
     * Log the user of a lost connection in again, asking nobody; never makes an account.
     *
     * @param console is told why not, if it will never do
     */
    static Again again(Account account, Connection connection, Consumer<String> console) throws ConnectionException {
        WireValue answer = connection.call(Request.of("LOGIN-N", account.user()));
        if (Fields.text(answer).orElse("").equals("PWD")) {
            answer = connection.call(Request.of("LOGIN-P", account.password()));
        }
        if (isWelcome(answer)) {
            connection.call(Request.of("LOGIN-S"));
            return Again.WELCOME;
        }
        console.accept(sentence(answer, account.user()));
        return isElsewhere(answer) || answer instanceof WireValue.Failure ? Again.LATER : Again.NEVER;
    }

    /** Say how logging in again went. */
    enum Again {
        WELCOME,
        /** Perhaps another time: the name is held, or the server has something else to do. */
        LATER,
        /** Not with this password. */
        NEVER
    }

    private Optional<String> askUser() throws ConnectionException {
        return console.ask("Enter username: ");
    }

    /** Try a name; empty at the end of the input. */
    private Optional<Attempt> tryAs(String user) throws ConnectionException {
        WireValue known = connection.call(Request.of("LOGIN-N", user));
        return switch (Fields.text(known).orElse("")) {
            case "PWD" -> password("LOGIN-P", "Enter password: ");
            case "NU" -> newPassword("Enter new password for " + Printable.line(user) + ": ");
            default -> Optional.of(new Attempt(known, ""));
        };
    }

    private Optional<Attempt> password(String word, String prompt) throws ConnectionException {
        Optional<String> password = console.askSecret(prompt);
        return password.isEmpty()
                ? Optional.empty()
                : Optional.of(new Attempt(connection.call(Request.of(word, password.get())), password.get()));
    }

    /** Take a name; where the forum wants an invitation, ask for its code and try once more with it. */
    private Optional<Attempt> newPassword(String prompt) throws ConnectionException {
        Optional<Attempt> attempt = password("LOGIN-NP", prompt);
        if (attempt.isEmpty() || !wantsInvitation(attempt.get().answer())) {
            return attempt;
        }
        Optional<String> code = console.ask("Enter invitation code: ");
        if (code.isEmpty()) {
            return Optional.empty();
        }
        String password = attempt.get().password();
        return Optional.of(new Attempt(connection.call(Request.of("LOGIN-NP", password, code.get())), password));
    }

    private static boolean wantsInvitation(WireValue answer) {
        return answer instanceof WireValue.Failure failure && failure.code().equals("INVITE");
    }

    private static boolean isWelcome(WireValue answer) {
        String word = Fields.text(answer).orElse("");
        return word.equals("Y") || word.equals("YN");
    }

    private static boolean isElsewhere(WireValue answer) {
        return Fields.text(answer).orElse("").equals("LD");
    }

    private static String sentence(WireValue answer, String user) {
        if (answer instanceof WireValue.Failure failure) {
            return Printable.line(failure.text());
        }
        String word = Fields.text(answer).orElse("");
        return switch (word) {
            case "LD" -> Printable.line(user) + " has already logged in";
            case "N" -> "Invalid password";
            case "NU" -> "There is no user " + Printable.line(user) + " any more";
            default -> Printable.line(word);
        };
    }
}
