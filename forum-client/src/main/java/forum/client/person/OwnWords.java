package forum.client.person;

import forum.api.command.Parameter.Kind;
import forum.api.command.Reply;
import forum.client.catalogue.Catalogue;
import forum.client.catalogue.Command;
import forum.client.catalogue.Parameter;
import java.util.List;
import java.util.stream.Stream;

/** Describe what the client does itself as if the server did, so that it is completed and hinted at like all else. */
public final class OwnWords {

    static final String HELP = "HELP";
    static final String QUESTION = "?";
    static final String MUTE = ":MUTE";
    static final String UNMUTE = ":UNMUTE";

    private static final List<Command> OWN = List.of(
            own(HELP, "Explain a command, or list them", new Parameter("command", Kind.WORD, true)),
            own(QUESTION, "The same", new Parameter("command", Kind.WORD, true)),
            own(MUTE, "Show no news of others"),
            own(UNMUTE, "Show news of others again"));

    private OwnWords() {}

    /** Put them behind the server's commands, which come first where one has the same name. */
    public static Catalogue with(Catalogue catalogue) {
        Stream<Command> own = OWN.stream().filter(c -> catalogue.find(c.name()).isEmpty());
        return new Catalogue(Stream.concat(catalogue.commands().stream(), own).toList());
    }

    /** Tell whether it takes the name of a command. */
    public static boolean explains(Command command) {
        return OWN.contains(command) && !command.parameters().isEmpty();
    }

    private static Command own(String name, String summary, Parameter... parameters) {
        return new Command(name, summary, "", false, List.of(parameters), new Reply.Line());
    }
}
