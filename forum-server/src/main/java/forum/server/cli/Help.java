package forum.server.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.help.OptionFormatter;
import org.apache.commons.cli.help.TextHelpAppendable;
import org.apache.commons.cli.help.TextStyle;

/**
 * The help of a command, in lines of up to 80 columns. The image's man pages and completions are made from it.
 *
 * @param command what is typed
 * @param description what it does
 * @param footer what stands at the end
 */
record Help(
        String command, List<String> description, Options options, List<Parameter<?>> parameters, List<String> footer) {

    private static final int TEXT_AT = 27;
    private static final TextStyle TEXT =
            TextStyle.builder().setLeftPad(TEXT_AT).setMaxWidth(80 - TEXT_AT).get();

    String text() {
        StringBuilder text = new StringBuilder("Usage: " + command + " [OPTIONS]");
        parameters.forEach(p -> text.append(' ').append(p.name()));
        text.append('\n');
        description.forEach(line -> text.append(line).append('\n'));
        parameters.forEach(p -> describe(text, "      " + p.name(), p.description()));
        options.getOptions()
                .forEach(o -> describe(text, (o.getOpt() == null ? "      " : "  ") + shown(o), o.getDescription()));
        footer.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** Write an option with what stands for its value: {@code --data=DIR}. */
    static String shown(Option option) {
        OptionFormatter formatter =
                OptionFormatter.builder().setArgumentNameDelimiters("=", "").build(option);
        return formatter.getBothOpt() + formatter.getArgName();
    }

    /** A name that is too long for its column has a line of its own. */
    private static void describe(StringBuilder text, String name, String description) {
        StringBuilder lines = new StringBuilder();
        try {
            new TextHelpAppendable(lines).printWrapped(description, TEXT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        text.append(name.length() < TEXT_AT - 1 ? name + lines.substring(name.length()) : name + "\n" + lines);
    }
}
