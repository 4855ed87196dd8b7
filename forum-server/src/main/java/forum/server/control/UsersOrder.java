package forum.server.control;

import forum.api.Answer;
import forum.api.Name;
import forum.server.login.Invitations;
import forum.server.login.Users;
import forum.server.login.Users.State;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/** {@code users list|invite}, {@code users add|reset|disable|enable|remove NAME}: look after the accounts. */
public record UsersOrder(Users users, Invitations invitations) implements Order {

    /** What the order is called. */
    public static final String WORD = "users";

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public Result run(List<String> arguments, Report report) {
        String what = arguments.isEmpty() ? "" : arguments.getFirst();
        List<String> names = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        return switch (what) {
            case "list" -> names.isEmpty() ? list(report) : wrong();
            case "invite" -> names.isEmpty() ? invite(report) : wrong();
            case "add" -> password(names, users::add, report);
            case "reset" -> password(names, users::reset, report);
            case "disable" -> state(names, users::disable, State.DISABLED, report);
            case "enable" -> state(names, users::enable, State.ACTIVE, report);
            case "remove" -> state(names, users::remove, State.REMOVED, report);
            default -> wrong();
        };
    }

    private Result list(Report report) {
        users.list().forEach(user -> report.line(word(user.state()) + "  " + user.name()));
        return new Result.Done();
    }

    private Result invite(Report report) {
        report.line(invitations.make() + "  lets one newcomer in within " + Invitations.LIFETIME.toDays() + " days");
        return new Result.Done();
    }

    private static Result password(List<String> names, Function<Name, Answer<String>> order, Report report) {
        if (names.size() != 1) {
            return wrong();
        }
        Name user = new Name(names.getFirst());
        return done(order.apply(user), password -> report.line(user + " has the password " + password));
    }

    private static Result state(List<String> names, Function<Name, Answer<State>> order, State wanted, Report report) {
        if (names.size() != 1) {
            return wrong();
        }
        Name user = new Name(names.getFirst());
        return switch (order.apply(user)) {
            case Answer.Refused<State>(var refusal) -> new Result.Refused(refusal.text());
            case Answer.Done<State>(State state)
            when state == wanted -> {
                report.line(user + " is " + word(state));
                yield new Result.Done();
            }
            case Answer.Done<State>(State state) ->
                new Result.Refused(user + " is " + word(state) + "; reset gives the user a new password");
        };
    }

    private static <T> Result done(Answer<T> answer, Consumer<T> told) {
        return switch (answer) {
            case Answer.Refused<T>(var refusal) -> new Result.Refused(refusal.text());
            case Answer.Done<T>(T value) -> {
                told.accept(value);
                yield new Result.Done();
            }
        };
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Result wrong() {
        return new Result.Refused(
                "It is users list, users invite, or users add, reset, disable, enable or remove and a name");
    }
}
