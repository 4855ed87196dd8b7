package forum.client.dialogue;

import forum.api.Printable;
import forum.api.command.Parameter.Kind;
import forum.api.wire.WireValue;
import forum.client.catalogue.Catalogue;
import forum.client.catalogue.CatalogueReader;
import forum.client.catalogue.Command;
import forum.client.file.Downloads;
import forum.client.file.FileException;
import forum.client.file.Folder;
import forum.client.file.Progress;
import forum.client.file.SpareLine;
import forum.client.file.Uploads;
import forum.client.line.Invocation;
import forum.client.line.LineParser;
import forum.client.line.Typed;
import forum.client.net.Connection;
import forum.client.net.ConnectionException;
import forum.client.net.Fields;
import forum.client.net.Request;
import forum.client.reply.Content;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Log in, then take commands one after another, until the user or the server leaves. */
public final class Dialogue {

    private static final String IN_DOUBT = " before the last command was answered: it may be done or not";
    private static final String NOT_SENT = " before the last command was sent: it is not done";

    private final Connection connection;
    private final Console console;
    private final Folder folder;
    private Optional<Account> account = Optional.empty();
    private String leftOpen = "";

    /** Talk at a console over a connection. */
    public Dialogue(Connection connection, Console console, Folder folder) {
        this.connection = connection;
        this.console = console;
        this.folder = folder;
    }

    /**
     * Talk until the user leaves.
     *
     * @throws ConnectionException when the connection ends first, and how
     */
    public void run(Optional<String> known) throws ConnectionException {
        CompletableFuture<WireValue> docs = connection.send(Request.of("COMMAND", "DOCS"));
        account = new Login(connection, console).run(known);
        if (account.isPresent()) {
            serve(account.get(), docs, true);
        }
    }

    /** Go on as somebody who is logged in. */
    void resume(Account user) throws ConnectionException {
        account = Optional.of(user);
        serve(user, connection.send(Request.of("COMMAND", "DOCS")), false);
    }

    /** Tell who is logged in. */
    Optional<Account> account() {
        return account;
    }

    /** Say, as the end of a sentence about the loss of the connection, what became of the last command. */
    String leftOpen() {
        return leftOpen;
    }

    private void serve(Account user, CompletableFuture<WireValue> docs, boolean lost) throws ConnectionException {
        Catalogue catalogue = CatalogueReader.ofForum(connection.await(docs));
        console.begin(user.user(), catalogue);
        commands(catalogue, runner(), lost);
    }

    /** Somebody who can cancel an upload gets a second connection for it, so that the session survives. */
    private Runner runner() {
        Optional<Progress.Watch> watch = console.watch();
        SpareLine spareLine = () -> watch.flatMap(_ -> account).flatMap(user -> user.open(connection.address()));
        Progress.Watch watching = watch.orElse((_, _) -> Progress.NONE);
        Downloads.Overwriting overwriting =
                name -> console.confirms(name + " is in this folder already. Overwrite it?");
        return new Runner(
                connection,
                new Uploads(connection, folder, spareLine, watching),
                new Downloads(connection, folder, overwriting, watching));
    }

    private void commands(Catalogue catalogue, Runner runner, boolean lostAtFirst) throws ConnectionException {
        LineParser parser = new LineParser(catalogue);
        boolean lost = lostAtFirst;
        while (true) {
            Optional<String> line = console.askCommand(lost);
            if (line.isEmpty()) {
                leave(catalogue);
                return;
            }
            Typed typed = parser.parse(line.get());
            lost = typed instanceof Typed.Unknown;
            if (isLast(typed, runner)) {
                return;
            }
        }
    }

    /** Act on a line; true when it was the last. */
    private boolean isLast(Typed typed, Runner runner) throws ConnectionException {
        try {
            Typed whole = typed instanceof Typed.Incomplete incomplete ? console.askFor(incomplete) : typed;
            switch (whole) {
                case Typed.Complete(Invocation invocation) -> {
                    return isLast(console.meant(invocation), runner);
                }
                case Typed.Unknown(String word) -> console.sayUnknown(word);
                case Typed.TooMuch(Command command) -> console.sayIncorrect(command);
                case Typed.Incomplete incomplete ->
                    console.sayIncorrect(incomplete.given().command());
                case Typed.Nothing() -> {
                    return false; // just a new prompt
                }
            }
        } catch (FileException e) {
            leftOpen = "";
            console.say(e.getMessage());
        }
        return false;
    }

    private boolean isLast(Invocation invocation, Runner runner) throws ConnectionException, FileException {
        leftOpen = connection.ended().isDone() ? NOT_SENT : IN_DOUBT;
        Content content = runner.run(invocation).content();
        leftOpen = "";
        if (!(content instanceof Content.Refusal)) {
            account = account.map(user ->
                    invocation.value(Kind.NEW_SECRET).map(user::changedTo).orElse(user));
        }
        console.show(invocation, content);
        return content instanceof Content.End;
    }

    /** Leave as the user would. */
    private void leave(Catalogue catalogue) throws ConnectionException {
        Request farewell = Request.of(catalogue.farewell().map(Command::name).orElse("QUIT"));
        Fields.text(connection.call(farewell)).map(Printable::line).ifPresent(console::say);
    }
}
