package forum.server.command;

import forum.api.command.Outcome;
import forum.api.command.Reply;

/** Hold an outcome against the shape that the command's spec promises. */
final class Shape {

    private Shape() {}

    static boolean fits(Reply reply, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused _ -> true;
            case Outcome.Logged(Outcome inner, var _) -> fits(reply, inner);
            case Outcome.Line _, Outcome.PasswordChange _ -> reply instanceof Reply.Line;
            case Outcome.Lines _ -> reply instanceof Reply.Lines;
            case Outcome.Threads _ -> reply instanceof Reply.Threads;
            case Outcome.Entries _ -> reply instanceof Reply.Entries;
            case Outcome.Table(var rows) ->
                reply instanceof Reply.Table table && TableWriter.fits(table.columns(), rows);
            case Outcome.File _ -> reply instanceof Reply.File;
            case Outcome.Farewell _, Outcome.Shutdown _ -> reply instanceof Reply.End;
            case Outcome.Ready _ -> false;
        };
    }

    static boolean fitsQuestion(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Ready _, Outcome.Refused _ -> true;
            case Outcome.Logged(Outcome inner, var _) -> fitsQuestion(inner);
            case Outcome.Line _,
                    Outcome.Lines _,
                    Outcome.Threads _,
                    Outcome.Entries _,
                    Outcome.Table _,
                    Outcome.File _,
                    Outcome.Farewell _,
                    Outcome.PasswordChange _,
                    Outcome.Shutdown _ -> false;
        };
    }
}
