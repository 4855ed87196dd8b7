package forum.client.person;

import forum.api.Printable;
import forum.api.command.Parameter.Kind;
import forum.client.catalogue.Parameter;
import forum.client.file.FileException;
import forum.client.known.Facts;
import forum.client.known.Known;
import forum.client.known.Numbers;
import forum.client.line.Argument;
import forum.client.line.Invocation;
import forum.client.line.LineParser;
import forum.client.line.Typed;
import forum.client.net.ConnectionException;
import java.nio.file.Path;
import java.util.Optional;

/** Ask for what is missing from a command: a secret unseen, a text with an editor, a new text from the present one. */
final class Asking {

    private final Desk desk;
    private final String user;
    private final LineParser parser;
    private final Known known;
    private final Numbers numbers;
    private final Optional<TextEditor> textEditor;
    private Optional<TextEditor.Draft> draft = Optional.empty();

    Asking(Desk desk, String user, LineParser parser, Known known, Numbers numbers, Optional<TextEditor> textEditor) {
        this.desk = desk;
        this.user = user;
        this.parser = parser;
        this.known = known;
        this.numbers = numbers;
        this.textEditor = textEditor;
    }

    /** Ask for it; what comes back is as incomplete as before where there is no way to ask. */
    Typed askFor(Typed.Incomplete incomplete) throws ConnectionException, FileException {
        Invocation given = incomplete.given();
        boolean last = given.arguments().size() == given.command().required() - 1;
        if (!last && !incomplete.missing().kind().isSecret()) {
            return incomplete;
        }
        return switch (incomplete.missing().kind()) {
            case SECRET, NEW_SECRET -> secret(given, incomplete.missing());
            case TEXT -> textEditor.isPresent() ? written(given, incomplete.missing(), "") : incomplete;
            case NEW_TEXT -> newText(incomplete);
            case NEW_THREAD, THREAD, MESSAGE, POSITION, LOCAL_FILE, ATTACHED_FILE, USER, NUMBER, WORD -> incomplete;
        };
    }

    /** The text that was written last has been sent. */
    void sent() {
        draft.ifPresent(TextEditor.Draft::forget);
        draft = Optional.empty();
    }

    /** Keep the text that was written last and could not be sent, and tell where it is. */
    Optional<Path> keep() {
        Optional<Path> kept = draft.map(TextEditor.Draft::file);
        draft = Optional.empty();
        return kept;
    }

    /** Ask for a secret, and for what is missing behind it. */
    private Typed secret(Invocation given, Parameter missing) throws ConnectionException, FileException {
        Optional<String> secret = desk.secret("Enter " + missing.name() + ": ");
        if (secret.filter(s -> !s.isEmpty()).isEmpty()) {
            return new Typed.Nothing();
        }
        Invocation more = given.with(new Argument(missing, secret.get()));
        int count = more.arguments().size();
        return count >= more.command().required()
                ? new Typed.Complete(more)
                : askFor(new Typed.Incomplete(more, more.command().parameters().get(count)));
    }

    /** The forum's own commands say why not when they are given no text; what a plugin's might do with none, who knows. */
    private Typed newText(Typed.Incomplete incomplete) throws ConnectionException, FileException {
        Invocation given = incomplete.given();
        boolean ofForum = given.command().ofForum();
        Optional<Facts.Message> present = present(numbers.meant(given));
        Invocation nothing = given.with(new Argument(incomplete.missing(), ""));
        if (present.isEmpty()) {
            return ofForum ? new Typed.Complete(nothing) : incomplete;
        }
        if (ofForum && !present.get().author().equals(user)) {
            Optional<String> objection = known.objection(numbers.meant(nothing).request());
            if (objection.isPresent()) {
                desk.say(objection.get());
                return new Typed.Nothing();
            }
        }
        String text = present.get().text();
        if (textEditor.isPresent()) {
            return written(numbers.meant(given), incomplete.missing(), text);
        }
        Optional<String> line = desk.change(given.line() + " ", Printable.lines(text));
        return line.map(parser::parse).orElse(new Typed.Nothing());
    }

    /** Find the message as it is; its number means it from now on, whatever others delete while the text is changed. */
    private Optional<Facts.Message> present(Invocation meant) throws ConnectionException {
        String thread = meant.value(Kind.THREAD).orElse("");
        String number = meant.value(Kind.MESSAGE).orElse("");
        Optional<Facts.Message> present = known.message(thread, number);
        present.filter(message -> number.equals(Long.toString(message.number())))
                .ifPresent(message -> numbers.saw(thread, message.number(), message.id()));
        return present;
    }

    private Typed written(Invocation given, Parameter missing, String present) throws FileException {
        TextEditor.Draft written = desk.lend(() -> textEditor.orElseThrow().write(present));
        String text = written.text();
        if (text.isBlank() || text.equals(present)) {
            written.forget();
            return new Typed.Nothing();
        }
        draft = Optional.of(written);
        return new Typed.Complete(given.with(new Argument(missing, text)));
    }
}
