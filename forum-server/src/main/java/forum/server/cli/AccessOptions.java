package forum.server.cli;

import forum.server.ServerConfig.Access;
import forum.server.ServerConfig.Access.Registration;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.cli.CommandLine;

/** Who may come in, how, and how often. */
final class AccessOptions {

    private final Setting<Integer> sessionsPerUser;
    private final Setting<Integer> authPerUser;
    private final Setting<Registration> registration;
    private final Setting<Integer> accountsPerHour;
    private final Setting<Boolean> noJson;

    AccessOptions(Syntax syntax) {
        sessionsPerUser = syntax.count(
                "sessions-per-user",
                "how often a person may be logged in; 0: no limit",
                Access.DEFAULT.sessionsPerUser());
        authPerUser = syntax.count(
                "auth-per-user",
                "how many connections a user's programs may hold; 0: no limit",
                Access.DEFAULT.authPerUser());
        registration = syntax.option(
                "registration",
                "WHO",
                "who may make an account: open, closed, or invite, with a code (open)",
                Access.DEFAULT.registration(),
                AccessOptions::registration);
        accountsPerHour = syntax.count(
                "accounts-per-hour",
                "how many accounts may be made from one address in an hour; 0: no limit",
                Access.DEFAULT.accountsPerHour());
        noJson = syntax.flag("no-json", "do not speak the JSON messages of the forum's first version");
    }

    Access access(CommandLine line) {
        Set<String> closedDoors = noJson.in(line) ? Set.of("json") : Set.of();
        return new Access(
                sessionsPerUser.in(line),
                authPerUser.in(line),
                closedDoors,
                registration.in(line),
                accountsPerHour.in(line));
    }

    private static Registration registration(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "open" -> Registration.OPEN;
            case "closed" -> Registration.CLOSED;
            case "invite" -> Registration.INVITE;
            default -> throw new IllegalArgumentException("'" + text + "' is not open, closed or invite");
        };
    }
}
