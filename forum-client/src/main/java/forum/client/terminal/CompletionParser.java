package forum.client.terminal;

import forum.api.command.Parameter.Kind;
import forum.client.line.LineParser;
import forum.client.line.Position;
import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tell JLine which word is at the cursor, by the catalogue. Every line is a good line: the dialogue judges it. */
final class CompletionParser implements Parser {

    private final LineParser parser;

    CompletionParser(LineParser parser) {
        this.parser = parser;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        int end = Math.clamp(cursor, 0, line.length());
        return new Word(line, end, Position.of(parser.scan(line.substring(0, end))));
    }

    @Override
    public boolean isEscapeChar(char c) {
        return false;
    }

    /** What stands behind the cursor is left alone, so the word ends there. */
    private record Word(String line, int cursor, Position position) implements CompletingParsedLine {

        @Override
        public String word() {
            return position.word();
        }

        @Override
        public int wordCursor() {
            return word().length();
        }

        @Override
        public int wordIndex() {
            return position.inCommand() ? 0 : 1;
        }

        @Override
        public List<String> words() {
            return position.inCommand()
                    ? List.of(word())
                    : List.of(position.scan().word(), word());
        }

        @Override
        public int rawWordCursor() {
            return cursor - position.from();
        }

        @Override
        public int rawWordLength() {
            return rawWordCursor();
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            boolean file = position.parameter()
                    .filter(p -> p.kind() == Kind.LOCAL_FILE || p.kind() == Kind.ATTACHED_FILE)
                    .isPresent();
            return file ? escaped(candidate.toString(), complete) : candidate;
        }

        private String escaped(String name, boolean complete) {
            char quote = position.from() < line.length() ? line.charAt(position.from()) : ' ';
            if (quote == '\'' && name.indexOf('\'') < 0) {
                return quote + name + (complete ? quote : "");
            }
            if (quote == '"') {
                return quote + name.replaceAll("[\\\\\"]", "\\\\$0") + (complete ? quote : "");
            }
            return name.replaceAll("[\\\\ \t]|^[\"']", "\\\\$0");
        }
    }
}
