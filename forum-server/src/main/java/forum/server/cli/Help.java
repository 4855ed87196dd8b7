package forum.server.cli;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The help of a command, in lines of up to {@value #WIDTH} columns. The image's man pages and completions are made from it.
 *
 * @param command what is typed
 * @param description what it does
 * @param footer what stands at the end
 */
record Help(
        String command,
        List<String> description,
        List<Argument<?>> options,
        List<Argument<?>> parameters,
        List<String> footer) {

    private static final int WIDTH = 80;
    private static final int TEXT_AT = 27;

    String text() {
        StringBuilder text = new StringBuilder("Usage: " + command + " [OPTIONS]");
        parameters.forEach(p -> text.append(' ').append(p.name()));
        text.append('\n');
        description.forEach(line -> text.append(line).append('\n'));
        parameters.forEach(p -> describe(text, "      " + p.name(), p.description()));
        options.forEach(o -> describe(text, "      " + o.shown(), o.description()));
        describe(text, "  -h, --help", "show this help");
        describe(text, "  -V, --version", "show the version");
        footer.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** A name that is too long for its column has a line of its own. */
    private static void describe(StringBuilder text, String name, String description) {
        String indent = " ".repeat(TEXT_AT);
        String lines = wrapped(description).stream().map(line -> indent + line).collect(Collectors.joining("\n"));
        text.append(name.length() < TEXT_AT - 1 ? name + lines.substring(name.length()) : name + "\n" + lines)
                .append('\n');
    }

    private static List<String> wrapped(String description) {
        StringBuilder lines = new StringBuilder();
        int column = 0;
        for (String word : description.split(" ")) {
            boolean fits = column + word.length() < WIDTH - TEXT_AT;
            if (!lines.isEmpty()) {
                lines.append(fits ? ' ' : '\n');
            }
            column = (fits ? column + 1 : 0) + word.length();
            lines.append(word);
        }
        return lines.toString().lines().toList();
    }
}
