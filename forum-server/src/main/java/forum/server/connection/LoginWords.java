package forum.server.connection;

import forum.api.Name;
import forum.api.Refusal;
import forum.server.login.Registration;
import forum.server.login.Role;
import forum.server.login.Verdict;
import java.util.Optional;
import java.util.stream.IntStream;

/** The login of people, in the dialogue of the forum's first version, and the login of programs. */
final class LoginWords {

    private LoginWords() {}

    /** Tell whether a request leads to a password, or brings one. */
    static boolean isLogin(Words arguments) {
        return switch (arguments.word()) {
            case "AUTH", "LOGIN-N", "LOGIN-P", "LOGIN-NP" -> true;
            case "HELLO" ->
                IntStream.range(1, arguments.count())
                        .anyMatch(i -> arguments.keyword(i).equals("AUTH"));
            default -> false;
        };
    }

    /** {@code LOGIN-N username}: say who is there. */
    static void name(Words arguments, Conversation conversation) {
        if (conversation.member().isPresent()) {
            conversation.refuse("ORDER", "You are logged in already; RESET logs out");
            return;
        }
        Name user = new Name(arguments.text(0));
        boolean known = conversation.hub().accounts().exists(user);
        conversation.login(new LoginState.Stranger());
        Optional<Refusal> refusal = (known
                        ? user.flaw(Name.Kind.USER)
                        : conversation.hub().registration().flaw(user))
                .or(() -> throttled(conversation.hub().registration().ask(conversation.source()), conversation));
        if (refusal.isPresent()) {
            conversation.refuse(refusal.get());
        } else if (!known) {
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
        int dismissals = conversation.hub().presence().dismissals(user);
        Verdict verdict = conversation.hub().accounts().verify(user, arguments.bytes(0), conversation.source());
        if (!(verdict instanceof Verdict.Throttled)) {
            conversation.login(new LoginState.Stranger());
        }
        switch (verdict) {
            case Verdict.Throttled(Refusal refusal) ->
                throttled(Optional.of(refusal), conversation).ifPresent(conversation::refuse);
            case Verdict.Wrong() -> {
                conversation.hub().log().activity("Incorrect password");
                conversation.out().simple("N");
            }
            case Verdict.Right() -> enter(user, dismissals, "successful login", "Y", conversation);
        }
    }

    /** {@code LOGIN-NP password [code]}: take the name. */
    static void newPassword(Words arguments, Conversation conversation) {
        if (!(conversation.login() instanceof LoginState.New(Name user))) {
            conversation.refuse("ORDER", "LOGIN-NP comes after LOGIN-N was answered NU");
            return;
        }
        Optional<String> code = arguments.count() > 1 ? Optional.of(arguments.text(1)) : Optional.empty();
        int dismissals = conversation.hub().presence().dismissals(user);
        Registration.Result result =
                conversation.hub().registration().register(user, arguments.bytes(0), code, conversation.source());
        if (!(result instanceof Registration.Result.Refused)) {
            conversation.login(new LoginState.Stranger());
        }
        switch (result) {
            case Registration.Result.Refused(Refusal refusal) -> conversation.refuse(refusal);
            case Registration.Result.Taken() -> alreadyLoggedIn(user, conversation);
            case Registration.Result.Made() -> enter(user, dismissals, "successfully logged in", "YN", conversation);
        }
    }

    private static void enter(Name user, int dismissals, String logged, String answer, Conversation conversation) {
        if (conversation.enter(user, Role.PERSON, dismissals)) {
            conversation.hub().registration().answered(conversation.source());
            conversation.hub().log().activity(user + " " + logged);
            conversation.out().simple(answer);
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
        int dismissals = conversation.hub().presence().dismissals(user);
        return switch (conversation.hub().accounts().verify(user, password, conversation.source())) {
            case Verdict.Throttled(Refusal refusal) -> throttled(Optional.of(refusal), conversation);
            case Verdict.Wrong() -> {
                conversation.hub().log().activity("Incorrect password");
                yield Optional.of(wrongPassword());
            }
            case Verdict.Right() -> enterAsProgram(user, dismissals, conversation);
        };
    }

    private static Optional<Refusal> enterAsProgram(Name user, int dismissals, Conversation conversation) {
        boolean entered = conversation.hub().presence().hasRoom(user, Role.PROGRAM)
                && conversation.enter(user, Role.PROGRAM, dismissals);
        if (!entered && conversation.hub().presence().dismissals(user) != dismissals) {
            return Optional.of(wrongPassword());
        }
        if (!entered) {
            return Optional.of(new Refusal("INUSE", user + " holds as many connections as one user may"));
        }
        conversation.hub().log().activity(user + " successful login");
        return Optional.empty();
    }

    private static Optional<Refusal> throttled(Optional<Refusal> refusal, Conversation conversation) {
        refusal.ifPresent(_ -> conversation.hub().log().activity("Throttled " + conversation.source()));
        return refusal;
    }

    private static Refusal wrongPassword() {
        return new Refusal("WRONGPASS", "Invalid user name or password");
    }

    private static void alreadyLoggedIn(Name user, Conversation conversation) {
        conversation.hub().log().activity(user + " has already logged in");
        conversation.out().simple("LD");
    }
}
