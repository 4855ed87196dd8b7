package forum.client.line;

import forum.client.catalogue.Catalogue;
import forum.client.catalogue.Command;
import forum.client.catalogue.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Read lines as the catalogue says: the command's word, then its arguments by their kinds. */
public final class LineParser {

    private final Catalogue catalogue;

    /** Read by this catalogue. */
    public LineParser(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Read a line. */
    public Typed parse(String line) {
        Words words = new Words(line);
        if (!words.hasNext()) {
            return new Typed.Nothing();
        }
        String word = words.next();
        Optional<Command> command = catalogue.find(word);
        return command.isPresent() ? arguments(command.get(), words) : new Typed.Unknown(word);
    }

    private static Typed arguments(Command command, Words words) {
        List<Argument> arguments = new ArrayList<>();
        for (Parameter parameter : command.parameters()) {
            Optional<String> value = value(parameter, words);
            if (value.isPresent()) {
                arguments.add(new Argument(parameter, value.get()));
            } else if (parameter.optional()) {
                break;
            } else {
                return new Typed.Incomplete(new Invocation(command, arguments), parameter);
            }
        }
        return words.hasNext() ? new Typed.TooMuch(command) : new Typed.Complete(new Invocation(command, arguments));
    }

    private static Optional<String> value(Parameter parameter, Words words) {
        return switch (parameter.kind()) {
            case TEXT, NEW_TEXT -> Optional.of(words.rest()).filter(text -> !text.isEmpty());
            case LOCAL_FILE, ATTACHED_FILE -> words.hasNext() ? Optional.of(words.nextFile()) : Optional.empty();
            case NEW_THREAD, THREAD, MESSAGE, POSITION, USER, NUMBER, SECRET, WORD ->
                words.hasNext() ? Optional.of(words.next()) : Optional.empty();
        };
    }
}
