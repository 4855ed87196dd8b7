package forum.client.person;

import forum.client.catalogue.Catalogue;
import forum.client.catalogue.Command;
import forum.client.catalogue.Parameter;
import forum.client.reply.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jline.utils.Levenshtein;

/** Explain commands from the catalogue. */
final class Help {

    private static final int FARTHEST = 2;

    private final Catalogue catalogue;

    Help(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Explain a command, or list all for an empty word. */
    List<String> about(String word) {
        if (word.isEmpty()) {
            return all();
        }
        return catalogue.find(word).map(Help::one).orElse(List.of("There is no command " + word));
    }

    /** Find the command that somebody may have meant. */
    Optional<Command> nearest(String word) {
        String name = word.toUpperCase(Locale.ROOT);
        return catalogue.commands().stream()
                .filter(c -> distance(c, name) <= FARTHEST && distance(c, name) < name.length())
                .min((a, b) -> Integer.compare(distance(a, name), distance(b, name)));
    }

    private List<String> all() {
        Columns table = new Columns(List.of(false, false));
        catalogue.commands().forEach(c -> table.add(List.of(c.usage(), c.summary())));
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("help COMMAND explains one; :mute and :unmute stop and resume news; Ctrl-D leaves");
        return lines;
    }

    private static List<String> one(Command command) {
        List<String> lines = new ArrayList<>(List.of(command.usage(), command.summary()));
        Columns table = new Columns(List.of(false, false));
        command.parameters().forEach(p -> table.add(List.of("  " + p.name(), meaning(p))));
        lines.addAll(table.lines());
        if (!command.origin().isEmpty()) {
            lines.add("From " + command.origin());
        }
        return lines;
    }

    private static String meaning(Parameter parameter) {
        String meaning = switch (parameter.kind()) {
            case NEW_THREAD -> "the title of a new thread, one word";
            case THREAD -> "the title of a thread";
            case MESSAGE -> "the number of a message, or #id";
            case POSITION -> "a place in the thread: from 0, negative from the end, or #id";
            case LOCAL_FILE -> "the path of a file on this machine";
            case ATTACHED_FILE -> "the name of a file of the thread";
            case USER -> "the name of a user";
            case TEXT, NEW_TEXT -> "a text, to the end of the line";
            case NUMBER -> "a number";
            case SECRET -> "a password; leave it out and it is asked for unseen";
            case NEW_SECRET -> "your new password; leave it out and it is asked for unseen";
            case WORD -> "a word";
        };
        return parameter.optional() ? meaning + " (may be left out)" : meaning;
    }

    private static int distance(Command command, String name) {
        return Levenshtein.distance(name, command.name());
    }
}
