package forum.client;

import forum.client.net.Address;
import forum.client.net.Fingerprint;
import forum.client.net.Trust;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;
import org.apache.commons.cli.help.OptionFormatter;

/** Read the command line; where an option is given twice the last one counts. */
final class CommandLineParser {

    private final Supplier<Config> settled;
    private final CommandLine line;

    /** What a command line asks for. */
    sealed interface Parsed {

        /** Talk to a forum. */
        record Run(Options options) implements Parsed {}

        /** Print a text, and that is all. */
        record Print(String text) implements Parsed {}

        /** Nothing, because it is wrong. */
        record Wrong(String sentence) implements Parsed {}
    }

    private CommandLineParser(Supplier<Config> settled, CommandLine line) {
        this.settled = settled;
        this.line = line;
    }

    /**
     * Read it.
     *
     * @param settled what the user has settled once, if that is needed
     */
    static Parsed parse(Supplier<Config> settled, String... arguments) {
        DefaultParser parser = DefaultParser.builder()
                .setAllowPartialMatching(false)
                .setStripLeadingAndTrailingQuotes(false)
                .get();
        try {
            return new CommandLineParser(settled, parser.parse(Usage.OPTIONS, arguments)).parsed();
        } catch (UnrecognizedOptionException e) {
            return new Parsed.Wrong(unknown(e.getOption().split("=", 2)[0]));
        } catch (MissingArgumentException e) {
            return new Parsed.Wrong(OptionFormatter.from(e.getOption()).getBothOpt() + " needs a value");
        } catch (ParseException | IllegalArgumentException e) {
            return new Parsed.Wrong(e.getMessage());
        }
    }

    /** What was given for it is not repeated: it may be a secret. */
    private static String unknown(String option) {
        return Usage.OPTIONS.hasOption(option) ? option + " takes no value" : "There is no option " + option;
    }

    private Parsed parsed() {
        if (line.hasOption(Usage.HELP)) {
            return new Parsed.Print(Usage.help());
        }
        if (line.hasOption(Usage.VERSION)) {
            return new Parsed.Print("forum " + version());
        }
        return new Parsed.Run(options(settled.get()));
    }

    private Options options(Config config) {
        List<String> commands = values(Usage.COMMAND);
        Optional<String> user = last(Usage.USER);
        boolean json = line.hasOption(Usage.JSON);
        Optional<Path> passwordFile = last(Usage.PASSWORD_FILE).map(CommandLineParser::path);
        Optional<Config.Named> named = named(config);
        Address address = named.map(Config.Named::address).orElseGet(this::address);
        return new Options(
                secured(user.map(address::as).orElse(address)),
                !commands.isEmpty() || json || passwordFile.isPresent(),
                user.isPresent(),
                line.hasOption(Usage.PLAIN) || config.plain(),
                commands,
                json,
                passwordFile.or(() -> named.flatMap(Config.Named::passwordFile)));
    }

    private Address secured(Address address) {
        Optional<String> fingerprint = last(Usage.FINGERPRINT).map(Fingerprint::parse);
        return line.hasOption(Usage.TLS)
                        || fingerprint.isPresent()
                        || address.trust().isPresent()
                ? address.trusting(new Trust(Optional.empty(), fingerprint))
                : address;
    }

    private List<String> values(Option option) {
        return Stream.ofNullable(line.getOptionValues(option))
                .flatMap(Stream::of)
                .toList();
    }

    private Optional<String> last(Option option) {
        return values(option).stream().reduce((_, later) -> later);
    }

    private Optional<Config.Named> named(Config config) {
        List<String> place = line.getArgList();
        if (place.isEmpty()) {
            return config.preferred().map(config::forum);
        }
        boolean isName = place.size() == 1 && place.getFirst().startsWith("@");
        return isName ? Optional.of(config.forum(place.getFirst().substring(1))) : Optional.empty();
    }

    private static Path path(String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(value + " is no path", e);
        }
    }

    private Address address() {
        List<String> place = line.getArgList();
        return switch (place.size()) {
            case 1 -> Address.parse(place.getFirst());
            case 2 -> Address.of(place.getFirst(), place.getLast());
            default ->
                throw new IllegalArgumentException(
                        "Say where the forum is: HOST PORT, forum://user@host:port, forums://user@host:port or @NAME");
        };
    }

    private static String version() {
        return Optional.ofNullable(Main.class.getModule().getDescriptor())
                .flatMap(descriptor -> descriptor.rawVersion())
                .orElse("(not packaged)");
    }
}
