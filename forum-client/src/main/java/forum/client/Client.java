package forum.client;

import forum.api.Printable;
import forum.client.dialogue.Console;
import forum.client.dialogue.Dialogue;
import forum.client.file.Folder;
import forum.client.net.Connection;
import forum.client.net.ConnectionException;
import forum.client.net.Ending;
import java.io.PrintStream;
import java.util.function.Function;

/** Start the client and end it; a failure is one sentence and an exit status, never a stack trace. */
final class Client {

    private final Function<Options, Seat> seats;
    private final PrintStream out;
    private final PrintStream err;
    private final Folder folder;

    Client(Function<Options, Seat> seats, PrintStream out, PrintStream err, Folder folder) {
        this.seats = seats;
        this.out = out;
        this.err = err;
        this.folder = folder;
    }

    /** Do what the command line says, and tell the exit status. */
    int run(String... arguments) {
        return switch (new CommandLineParser().parse(arguments)) {
            case CommandLineParser.Parsed.Print(String text) -> {
                out.println(text);
                out.flush();
                yield ExitStatus.DONE;
            }
            case CommandLineParser.Parsed.Wrong(String sentence) -> {
                complain(sentence + " (forum --help tells more)");
                yield ExitStatus.USAGE;
            }
            case CommandLineParser.Parsed.Run(Options options) -> talk(options);
        };
    }

    private int talk(Options options) {
        try (Seat seat = seats.apply(options);
                Connection connection = Connection.open(options.address());
                Console console = seat.console(connection, folder)) {
            new Dialogue(connection, console, folder).run(options.address().user());
            return ExitStatus.DONE;
        } catch (ConnectionException e) {
            return statusOf(e.ending());
        }
    }

    private int statusOf(Ending ending) {
        return switch (ending) {
            case Ending.Left() -> ExitStatus.DONE;
            case Ending.Farewell(String words) -> {
                out.println(Printable.line(words));
                out.flush();
                yield ExitStatus.DONE;
            }
            case Ending.Lost(String sentence) -> {
                complain(sentence);
                yield ExitStatus.NO_CONNECTION;
            }
        };
    }

    private void complain(String sentence) {
        out.flush();
        err.println("forum: " + Printable.line(sentence));
        err.flush();
    }
}
