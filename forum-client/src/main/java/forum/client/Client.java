package forum.client;

import forum.api.Printable;
import forum.client.CommandLineParser.Parsed;
import forum.client.dialogue.Conversation;
import forum.client.known.StateFiles;
import forum.client.net.Connection;
import forum.client.net.ConnectionException;
import forum.client.net.Ending;
import forum.client.net.UntrustedException;
import forum.client.reply.PlainRenderer;
import forum.client.reply.Units;
import forum.client.script.JsonOutput;
import forum.client.script.Output;
import forum.client.script.Result;
import forum.client.script.Script;
import forum.client.script.TextOutput;
import java.io.BufferedReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Start the client and end it; a failure is one sentence and an exit status, never a stack trace. */
final class Client {

    private final Surroundings here;
    private final Units units;

    Client(Surroundings here, Units units) {
        this.here = here;
        this.units = units;
    }

    /** Do what the command line says, and tell the exit status. */
    int run(String... arguments) {
        Parsed parsed = CommandLineParser.parse(() -> Config.of(here.environment(), here.folder()), arguments);
        if (parsed instanceof Parsed.Run(Options options)) { // no switch over types yet: the first takes long
            return start(options.knowing(knownHosts()));
        }
        if (parsed instanceof Parsed.Wrong(String sentence)) {
            complain(sentence + " (forum --help tells more)");
            return ExitStatus.USAGE;
        }
        print(((Parsed.Print) parsed).text());
        return ExitStatus.DONE;
    }

    private int start(Options options) {
        try {
            return options.isScript(here.person().isPresent()) ? script(options) : talk(options);
        } catch (UntrustedException e) {
            FirstUse firstUse = new FirstUse(here, knownHosts());
            return firstUse.agrees(options.address(), e) ? start(options) : noConnection(e.sentence());
        }
    }

    private Path knownHosts() {
        return StateFiles.knownHosts(here.environment(), Path.of(System.getProperty("user.home")));
    }

    private int talk(Options options) throws UntrustedException {
        try (Seat seat = Seat.of(here, units, options.plain())) {
            new Conversation(options.address(), here.folder()).run(seat::console);
            return ExitStatus.DONE;
        } catch (UntrustedException e) {
            throw e;
        } catch (ConnectionException e) {
            return switch (e.ending()) {
                case Ending.Left() -> ExitStatus.DONE;
                case Ending.Farewell(String words) -> {
                    print(Printable.line(words));
                    yield ExitStatus.DONE;
                }
                case Ending.Lost(String sentence) -> noConnection(sentence);
            };
        }
    }

    private int script(Options options) throws UntrustedException {
        String password;
        try {
            password = Passwords.find(options, here);
        } catch (IllegalArgumentException e) {
            complain(e.getMessage());
            return ExitStatus.USAGE;
        }
        try (Connection connection = Connection.open(options.address())) {
            connection.keepAlive();
            return statusOf(script(connection, options, password));
        } catch (UncheckedIOException e) {
            complain("Standard input cannot be read");
            return ExitStatus.USAGE;
        } catch (UntrustedException e) {
            throw e;
        } catch (ConnectionException e) {
            return switch (e.ending()) {
                case Ending.Left() -> ExitStatus.NO_CONNECTION;
                case Ending.Farewell(String words) -> noConnection(words);
                case Ending.Lost(String sentence) -> noConnection(sentence);
            };
        }
    }

    private Result script(Connection connection, Options options, String password) throws ConnectionException {
        Output output = options.json()
                ? new JsonOutput(here.out())
                : new TextOutput(here.out(), here.err(), new PlainRenderer(units));
        Script script = new Script(connection, here.folder(), output, here.err());
        String user = options.address().user().orElseThrow();
        return options.commands().isEmpty()
                ? script.run(
                        user, password, new BufferedReader(here.in()).lines().iterator())
                : script.run(user, password, options.commands());
    }

    private static int statusOf(Result result) {
        return switch (result) {
            case DONE -> ExitStatus.DONE;
            case REFUSED -> ExitStatus.REFUSED;
            case MISUSED -> ExitStatus.USAGE;
            case NOT_LOGGED_IN -> ExitStatus.NO_LOGIN;
        };
    }

    private int noConnection(String sentence) {
        complain(sentence);
        return ExitStatus.NO_CONNECTION;
    }

    private void print(String text) {
        here.out().println(text);
        here.out().flush();
    }

    private void complain(String sentence) {
        here.out().flush();
        here.err().println("forum: " + Printable.line(sentence));
        here.err().flush();
    }
}
