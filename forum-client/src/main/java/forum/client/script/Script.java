package forum.client.script;

import forum.api.Printable;
import forum.api.wire.WireValue;
import forum.client.catalogue.CatalogueReader;
import forum.client.dialogue.Runner;
import forum.client.file.FileException;
import forum.client.file.Folder;
import forum.client.line.Invocation;
import forum.client.line.LineParser;
import forum.client.line.Typed;
import forum.client.net.Connection;
import forum.client.net.ConnectionException;
import forum.client.net.Request;
import forum.client.reply.Answered;
import forum.client.reply.Content;
import java.io.PrintStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Log in as a program and carry out commands; the first that cannot be carried out ends it. */
public final class Script {

    private final Connection connection;
    private final Runner runner;
    private final Output output;
    private final PrintStream remarks;

    /**
     * Work over a connection.
     *
     * @param remarks where everything goes that is no answer
     */
    public Script(Connection connection, Folder folder, Output output, PrintStream remarks) {
        this.connection = connection;
        this.runner = Runner.unattended(connection, folder);
        this.output = output;
        this.remarks = remarks;
    }

    /** Carry out these commands, and nothing if one of them is none. */
    public Result run(String user, String password, List<String> commands) throws ConnectionException {
        Optional<LineParser> parser = logIn(user, password);
        if (parser.isEmpty()) {
            return Result.NOT_LOGGED_IN;
        }
        boolean good = commands.stream().map(parser.get()::parse).allMatch(this::isCommand);
        return good ? run(parser.get(), commands.iterator()) : Result.MISUSED;
    }

    /** Carry out commands as they come, each when the one before it is done. */
    public Result run(String user, String password, Iterator<String> commands) throws ConnectionException {
        Optional<LineParser> parser = logIn(user, password);
        return parser.isPresent() ? run(parser.get(), commands) : Result.NOT_LOGGED_IN;
    }

    /** Log in and learn the commands, both at once. */
    private Optional<LineParser> logIn(String user, String password) throws ConnectionException {
        CompletableFuture<WireValue> login = connection.send(Request.of("AUTH", user, password));
        WireValue docs = connection.call(Request.of("COMMAND", "DOCS"));
        if (connection.await(login) instanceof WireValue.Failure failure) {
            remark(Printable.line(failure.text()));
            return Optional.empty();
        }
        return Optional.of(new LineParser(CatalogueReader.ofForum(docs)));
    }

    private Result run(LineParser parser, Iterator<String> commands) throws ConnectionException {
        while (commands.hasNext()) {
            Typed typed = parser.parse(commands.next());
            if (!isCommand(typed)) {
                return Result.MISUSED;
            }
            Optional<Result> end =
                    typed instanceof Typed.Complete(Invocation invocation) ? run(invocation) : Optional.empty();
            if (end.isPresent()) {
                return end.get();
            }
        }
        return Result.DONE;
    }

    /** Carry out a command; empty when others may follow. */
    private Optional<Result> run(Invocation invocation) throws ConnectionException {
        try {
            Answered answer = runner.run(invocation);
            output.answered(invocation, answer);
            if (!output.isTaken()) {
                remark("Standard output cannot be written");
                return Optional.of(Result.REFUSED);
            }
            if (answer.content() instanceof Content.Refusal) {
                return Optional.of(Result.REFUSED);
            }
            return answer.content() instanceof Content.End ? Optional.of(Result.DONE) : Optional.empty();
        } catch (FileException e) {
            output.failed(invocation, e.getMessage());
            return Optional.of(Result.REFUSED);
        }
    }

    private boolean isCommand(Typed typed) {
        typed.objection().ifPresent(this::remark);
        return typed.objection().isEmpty();
    }

    private void remark(String text) {
        remarks.println("forum: " + text);
        remarks.flush();
    }
}
