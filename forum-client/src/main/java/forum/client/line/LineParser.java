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

    /** Read a whole line. */
    public Typed parse(String line) {
        Scan scan = scan(line);
        if (scan.command().isEmpty()) {
            return scan.word().isEmpty() ? new Typed.Nothing() : new Typed.Unknown(scan.word());
        }
        Command command = scan.command().get();
        Optional<Parameter> missing = scan.next().filter(p -> !p.optional());
        if (missing.isPresent()) {
            return new Typed.Incomplete(scan.invocation(command), missing.get());
        }
        return scan.hasTooMuch() ? new Typed.TooMuch(command) : new Typed.Complete(scan.invocation(command));
    }

    /** Take a line apart, whole or not. */
    public Scan scan(String line) {
        Words words = new Words(line);
        words.skipSpace();
        int from = words.at();
        String word = words.next();
        int to = words.at();
        Optional<Command> command = catalogue.find(word);
        List<Token> tokens =
                command.map(found -> tokens(found.parameters(), words)).orElse(List.of());
        return new Scan(
                line,
                from,
                to,
                command,
                tokens,
                tokens.isEmpty() ? to : tokens.getLast().to());
    }

    private static List<Token> tokens(List<Parameter> parameters, Words words) {
        List<Token> tokens = new ArrayList<>();
        for (Parameter parameter : parameters) {
            boolean rest = isRest(parameter);
            if (!rest) {
                words.skipSpace();
            }
            int from = words.at() + (rest ? 1 : 0);
            String value = rest ? words.rest() : word(parameter, words);
            if (value.isEmpty() && words.at() <= from) {
                break;
            }
            tokens.add(new Token(parameter, value, from, words.at()));
        }
        return tokens;
    }

    private static boolean isRest(Parameter parameter) {
        return switch (parameter.kind()) {
            case TEXT, NEW_TEXT -> true;
            case NEW_THREAD,
                    THREAD,
                    MESSAGE,
                    POSITION,
                    LOCAL_FILE,
                    ATTACHED_FILE,
                    USER,
                    NUMBER,
                    SECRET,
                    NEW_SECRET,
                    WORD -> false;
        };
    }

    private static String word(Parameter parameter, Words words) {
        return switch (parameter.kind()) {
            case LOCAL_FILE, ATTACHED_FILE -> words.nextFile();
            case NEW_THREAD, THREAD, MESSAGE, POSITION, USER, TEXT, NEW_TEXT, NUMBER, SECRET, NEW_SECRET, WORD ->
                words.next();
        };
    }
}
