package forum.client.terminal;

import forum.api.Name;
import forum.client.known.Known;
import forum.client.line.LineParser;
import forum.client.line.Position;
import forum.client.line.Scan;
import forum.client.line.Token;
import java.util.regex.Pattern;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Draw the line that is being typed: what cannot be right in red, secrets covered, behind it in grey what may follow. */
final class LineHighlighter implements Highlighter {

    private static final Pattern MESSAGE = Pattern.compile("#?[0-9]{1,18}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,19}");
    private static final Pattern POSITION = Pattern.compile("#[0-9]{1,18}|-?[0-9]{1,18}");

    private final LineParser parser;
    private final Known known;
    private final ForumCompleter completer;
    private final Palette palette;
    private boolean hints;

    LineHighlighter(LineParser parser, Known known, ForumCompleter completer, Palette palette) {
        this.parser = parser;
        this.known = known;
        this.completer = completer;
        this.palette = palette;
    }

    /** Show hints while a line is typed, but not in what stays of it on the screen. */
    void showHints(boolean show) {
        this.hints = show;
    }

    @Override
    public AttributedString highlight(LineReader reader, String line) {
        Scan scan = parser.scan(line);
        AttributedStringBuilder out = new AttributedStringBuilder();
        out.append(line.substring(0, scan.from()));
        out.styled(isWrongWord(scan) ? palette.wrong() : palette.strong(), scan.word());
        int at = scan.to();
        for (Token token : scan.tokens()) {
            out.append(line.substring(at, token.from()));
            out.styled(style(token, token.to() == line.length()), shown(token, line));
            at = token.to();
        }
        out.styled(scan.hasTooMuch() ? palette.wrong() : AttributedStyle.DEFAULT, line.substring(at));
        if (hints && reader.getBuffer().cursor() == line.length()) {
            Position position = Position.of(scan);
            completer.prepare(position);
            out.styled(palette.aside(), Hints.of(position));
        }
        return out.toAttributedString();
    }

    private static boolean isWrongWord(Scan scan) {
        boolean finished = scan.to() < scan.line().length();
        return finished && scan.command().isEmpty();
    }

    private static String shown(Token token, String line) {
        String typed = line.substring(token.from(), token.to());
        return token.parameter().kind().isSecret() ? "*".repeat(typed.length()) : typed;
    }

    private AttributedStyle style(Token token, boolean unfinished) {
        String value = token.value();
        boolean wrong = switch (token.parameter().kind()) {
            case NEW_THREAD -> new Name(value).flaw(Name.Kind.THREAD).isPresent();
            case THREAD -> !unfinished && !known.mayExist(value);
            case MESSAGE -> !MESSAGE.matcher(value).matches() && !value.equals("#");
            case POSITION -> !POSITION.matcher(value).matches() && !value.equals("#") && !value.equals("-");
            case NUMBER -> !NUMBER.matcher(value).matches();
            case LOCAL_FILE, ATTACHED_FILE, USER, TEXT, NEW_TEXT, SECRET, NEW_SECRET, WORD -> false;
        };
        return wrong ? palette.wrong() : AttributedStyle.DEFAULT;
    }
}
