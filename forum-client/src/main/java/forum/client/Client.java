package forum.client;

import forum.api.Printable;
import forum.client.dialogue.Dialogue;
import forum.client.dialogue.PlainConsole;
import forum.client.file.Folder;
import forum.client.net.Connection;
import forum.client.net.ConnectionException;
import forum.client.net.Ending;
import forum.client.reply.PlainRenderer;
import forum.client.reply.Units;
import java.io.PrintStream;
import java.io.Reader;
import java.time.InstantSource;
import java.time.ZoneId;

/** Start the client and end it; a failure is one sentence and an exit status, never a stack trace. */
final class Client {

    private final Reader in;
    private final PrintStream out;
    private final PrintStream err;
    private final Folder folder;

    Client(Reader in, PrintStream out, PrintStream err, Folder folder) {
        this.in = in;
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
        try (Connection connection = Connection.open(options.address(), (_, _) -> {})) {
            PlainRenderer renderer = new PlainRenderer(new Units(InstantSource.system(), ZoneId.systemDefault()));
            PlainConsole console = new PlainConsole(in, out, renderer, connection.ended());
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
