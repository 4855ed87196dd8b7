package forum.client;

import forum.client.net.Address;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Read the command line; described by hand, so that picocli needs no reflection. */
final class CommandLineParser {

    private static final String PLAIN = "--plain";

    private final CommandLine picocli = new CommandLine(spec());

    /** What a command line asks for. */
    sealed interface Parsed {

        /** Talk to a forum. */
        record Run(Options options) implements Parsed {}

        /** Print a text, and that is all. */
        record Print(String text) implements Parsed {}

        /** Nothing, because it is wrong. */
        record Wrong(String sentence) implements Parsed {}
    }

    Parsed parse(String... arguments) {
        try {
            ParseResult parsed = picocli.parseArgs(arguments);
            if (parsed.isUsageHelpRequested()) {
                return new Parsed.Print(picocli.getUsageMessage(Ansi.OFF).stripTrailing());
            }
            if (parsed.isVersionHelpRequested()) {
                return new Parsed.Print("forum " + version());
            }
            return new Parsed.Run(new Options(
                    address(parsed.matchedPositionalValue(0, List.of())), parsed.matchedOptionValue(PLAIN, false)));
        } catch (ParameterException | IllegalArgumentException e) {
            return new Parsed.Wrong(e.getMessage());
        }
    }

    private static Address address(List<String> place) {
        return switch (place.size()) {
            case 1 -> Address.parse(place.getFirst());
            case 2 -> Address.of(place.getFirst(), place.getLast());
            default ->
                throw new IllegalArgumentException("Say where the forum is: HOST PORT or forum://user@host:port");
        };
    }

    private static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("forum");
        spec.usageMessage()
                .description("Take part in a discussion forum. Where input or output is no terminal, commands are read"
                        + " line by line.")
                .customSynopsis("forum [OPTIONS] HOST PORT", "forum [OPTIONS] forum://[USER@]HOST:PORT")
                .footer("", "Exit status: 0 done, 2 wrong usage, 3 no connection.");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("ADDRESS")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("0..*")
                .description("Where the forum is: a host and a port, or a URL.")
                .build());
        spec.addOption(OptionSpec.builder(PLAIN)
                .type(boolean.class)
                .description("Use the terminal line by line: no colours, no redrawing.")
                .build());
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .type(boolean.class)
                .description("Show this help.")
                .build());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .type(boolean.class)
                .description("Show the version.")
                .build());
        return spec;
    }

    private static String version() {
        return Main.class.getModule().getDescriptor() == null
                ? "(not packaged)"
                : Main.class.getModule().getDescriptor().rawVersion().orElse("(not packaged)");
    }
}
