package forum.client.line;

import forum.api.command.Parameter.Kind;
import forum.client.catalogue.Parameter;
import java.util.List;
import java.util.Optional;

/**
 * Say what stands at the end of a line that is being typed.
 *
 * @param scan the line, up to the cursor
 * @param parameter what is being typed; empty for the command's word, or where nothing belongs
 * @param word what of it is there
 * @param from where in the line that begins
 */
public record Position(Scan scan, Optional<Parameter> parameter, String word, int from) {

    /** Find out, for a line that ends at the cursor. */
    public static Position of(Scan scan) {
        String line = scan.line();
        if (scan.to() == line.length()) {
            return new Position(scan, Optional.empty(), scan.word(), scan.from());
        }
        List<Token> tokens = scan.tokens();
        if (!tokens.isEmpty() && tokens.getLast().to() == line.length()) {
            Token last = tokens.getLast();
            return new Position(scan, Optional.of(last.parameter()), last.value(), last.from());
        }
        return new Position(scan, scan.hasTooMuch() ? Optional.empty() : scan.next(), "", line.length());
    }

    /** Tell whether the command's word is being typed. */
    public boolean inCommand() {
        return scan.to() == scan.line().length();
    }

    /** Find the argument of that kind that was given before the cursor. */
    public Optional<String> before(Kind kind) {
        return scan.tokens().stream()
                .filter(t -> t.parameter().kind() == kind && t.from() < from)
                .map(Token::value)
                .findFirst();
    }
}
