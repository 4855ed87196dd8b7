package forum.testkit.command;

import forum.api.Name;
import forum.api.Text;
import forum.api.command.Outcome;
import forum.api.command.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Hold outcomes against the shapes that replies promise. */
final class Shapes {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-z0-9-]*)}");

    private Shapes() {}

    /** Tell what is wrong with an outcome, if anything. */
    static Optional<String> misfit(Reply reply, Outcome outcome) {
        Outcome plain = plain(outcome);
        boolean fits = plain instanceof Outcome.Refused
                || switch (reply) {
                    case Reply.Line _ -> plain instanceof Outcome.Line || plain instanceof Outcome.PasswordChange;
                    case Reply.Lines _ -> plain instanceof Outcome.Lines;
                    case Reply.Threads _ -> plain instanceof Outcome.Threads;
                    case Reply.Entries _ -> plain instanceof Outcome.Entries;
                    case Reply.Table table -> plain instanceof Outcome.Table(var rows) && fits(table.columns(), rows);
                    case Reply.File _ -> plain instanceof Outcome.File;
                    case Reply.End _ -> plain instanceof Outcome.Farewell || plain instanceof Outcome.Shutdown;
                };
        return fits ? Optional.empty() : Optional.of(reply + " is promised, not " + plain);
    }

    /** Take off the operator's line. */
    static Outcome plain(Outcome outcome) {
        return outcome instanceof Outcome.Logged logged ? plain(logged.outcome()) : outcome;
    }

    /** List the parameters that the texts of a reply name. */
    static List<String> placeholders(Reply reply) {
        return texts(reply)
                .flatMap(text -> PLACEHOLDER.matcher(text).results())
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static Stream<String> texts(Reply reply) {
        return switch (reply) {
            case Reply.Line _, Reply.End _ -> Stream.of();
            case Reply.Lines lines -> Stream.of(lines.heading(), lines.empty());
            case Reply.Threads threads -> Stream.of(threads.heading(), threads.empty());
            case Reply.Entries entries -> Stream.of(entries.empty());
            case Reply.Table table -> Stream.of(table.heading(), table.empty());
            case Reply.File file -> Stream.of(file.name(), file.done());
        };
    }

    private static boolean fits(List<Reply.Column> columns, List<List<?>> rows) {
        return rows.stream().allMatch(row -> fitsRow(columns, row));
    }

    private static boolean fitsRow(List<Reply.Column> columns, List<?> row) {
        if (row.size() != columns.size()) {
            return false;
        }
        for (int i = 0; i < row.size(); i++) {
            if (!fits(columns.get(i).kind(), row.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(Reply.Column.Kind kind, Object cell) {
        return switch (kind) {
            case TEXT -> cell instanceof Text || cell instanceof String;
            case NUMBER, BYTES -> cell instanceof Long || cell instanceof Integer;
            case TIME -> cell instanceof Instant;
            case SECONDS -> cell instanceof Duration;
            case USER, THREAD -> cell instanceof Name;
        };
    }
}
