package forum.server.connection;

import forum.api.Name;
import forum.api.Refusal;
import forum.server.login.Accounts;
import forum.server.login.Role;
import java.util.Optional;

/** The login of people, in the dialogue of the forum's first version, and the login of programs. */
final class LoginWords {

    private LoginWords() {}

    /** {@code LOGIN-N username}: say who is there. */
    static void name(Words arguments, Conversation conversation) {
        if (conversation.member().isPresent()) {
            conversation.refuse("ORDER", "You are logged in already; RESET logs out");
            return;
        }
        Name user = new Name(arguments.text(0));
        Optional<Refusal> flaw = user.flaw(Name.Kind.USER);
        conversation.login(new LoginState.Stranger());
        if (flaw.isPresent()) {
            conversation.refuse(flaw.get());
        } else if (!conversation.hub().accounts().exists(user)) {
            conversation.login(new LoginState.New(user));
            conversation.out().simple("NU");
        } else if (conversation.hub().presence().hasRoom(user, Role.PERSON)) {
            conversation.login(new LoginState.Known(user));
            conversation.out().simple("PWD");
        } else {
            alreadyLoggedIn(user, conversation);
        }
    }

    /** {@code LOGIN-P password}: prove it. */
    static void password(Words arguments, Conversation conversation) {
        if (!(conversation.login() instanceof LoginState.Known(Name user))) {
            conversation.refuse("ORDER", "LOGIN-P comes after LOGIN-N was answered PWD");
            return;
        }
        conversation.login(new LoginState.Stranger());
        if (!conversation.hub().accounts().verify(user, arguments.bytes(0))) {
            conversation.hub().log().activity("Incorrect password");
            conversation.out().simple("N");
        } else if (conversation.enter(user, Role.PERSON)) {
            conversation.hub().log().activity(user + " successful login");
            conversation.out().simple("Y");
        } else {
            alreadyLoggedIn(user, conversation);
        }
    }

    /** {@code LOGIN-NP password}: take the name. */
    static void newPassword(Words arguments, Conversation conversation) {
        if (!(conversation.login() instanceof LoginState.New(Name user))) {
            conversation.refuse("ORDER", "LOGIN-NP comes after LOGIN-N was answered NU");
            return;
        }
        Accounts accounts = conversation.hub().accounts();
        Optional<Refusal> flaw = accounts.flaw(arguments.bytes(0));
        if (flaw.isPresent()) {
            conversation.refuse(flaw.get());
            return;
        }
        conversation.login(new LoginState.Stranger());
        if (accounts.register(user, arguments.bytes(0)) && conversation.enter(user, Role.PERSON)) {
            conversation.hub().log().activity(user + " successfully logged in");
            conversation.out().simple("YN");
        } else {
            alreadyLoggedIn(user, conversation);
        }
    }

    /** {@code LOGIN-S}: be welcomed. */
    static void welcome(Words arguments, Conversation conversation) {
        if (conversation.member().isPresent()) {
            conversation.out().simple("Welcome to the forum");
        } else {
            conversation.refuse("ORDER", "LOGIN-S comes after the login");
        }
    }

    /** {@code AUTH user password}: the login of programs. */
    static void auth(Words arguments, Conversation conversation) {
        Optional<Refusal> refusal = arguments.count() == 2
                ? login(arguments.text(0), arguments.bytes(1), conversation)
                : Optional.of(wrongPassword());
        refusal.ifPresentOrElse(conversation::refuse, () -> conversation.out().simple("OK"));
    }

    /** Log a program in; empty if that is done. */
    static Optional<Refusal> login(String name, byte[] password, Conversation conversation) {
        Name user = new Name(name);
        if (!conversation.hub().accounts().verify(user, password)) {
            conversation.hub().log().activity("Incorrect password");
            return Optional.of(wrongPassword());
        }
        boolean entered =
                conversation.hub().presence().hasRoom(user, Role.PROGRAM) && conversation.enter(user, Role.PROGRAM);
        if (!entered) {
            return Optional.of(new Refusal("INUSE", user + " holds as many connections as one user may"));
        }
        conversation.hub().log().activity(user + " successful login");
        return Optional.empty();
    }

    private static Refusal wrongPassword() {
        return new Refusal("WRONGPASS", "Invalid user name or password");
    }

    private static void alreadyLoggedIn(Name user, Conversation conversation) {
        conversation.hub().log().activity(user + " has already logged in");
        conversation.out().simple("LD");
    }
}
