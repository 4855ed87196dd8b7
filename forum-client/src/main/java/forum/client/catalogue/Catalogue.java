package forum.client.catalogue;

import forum.api.command.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * List the commands of a server, in its order.
 *
 * @param commands as the server describes them
 */
public record Catalogue(List<Command> commands) {

    /** Keep a copy. */
    public Catalogue {
        commands = List.copyOf(commands);
    }

    /** Find a command, without regard to case. */
    public Optional<Command> find(String word) {
        String name = word.toUpperCase(Locale.ROOT);
        return commands.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /** Find the command that ends the session and needs nothing for it. */
    public Optional<Command> farewell() {
        return commands.stream()
                .filter(c -> c.reply() instanceof Reply.End && c.parameters().isEmpty())
                .findFirst();
    }

    /** Name all commands in the sentence of the original forum. */
    public String invitation() {
        return commands.stream()
                .map(Command::name)
                .collect(Collectors.joining(" ", "Enter one of the following commands: ", ""));
    }
}
