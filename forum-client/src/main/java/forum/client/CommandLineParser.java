package forum.client;

import forum.client.net.Address;
import forum.client.net.Fingerprint;
import forum.client.net.Trust;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Read the command line.
 *
 * <p>By hand: picocli's classes are of a format that no AOT cache takes, and loading them took longer than all else
 * before the first prompt.
 */
final class CommandLineParser {

    private static final String USAGE = """
            Usage: forum [OPTIONS] HOST PORT
                   forum [OPTIONS] forum://[USER@]HOST:PORT
                   forum [OPTIONS] forums://[USER@]HOST:PORT
                   forum [OPTIONS] @NAME

            Take part in a discussion forum: one that is named by host and port or by a URL, or @NAME as it stands in
            the file forum/config of the XDG configuration folder (~/.config). On a terminal, commands are asked for,
            completed with Tab and explained by help. Where input or output is no terminal, they are read line by line.

                  --plain               use the terminal line by line: no colours, no redrawing
                  --user=NAME           log in as NAME
                  --tls                 go through TLS, as forums:// does
                  --fingerprint=SHA256:…  trust the certificate with that fingerprint, and no other
              -c, --command=COMMAND     do this and end; may be repeated, what is refused ends it
                  --json                write each answer as a JSON document on a line
                  --password-file=FILE  read the password from the first line of FILE
              -h, --help                show this help
              -V, --version             show the version

            With -c, --json or --password-file, and with --user where no person sits at a terminal, the client is a
            tool for scripts: it logs in as a program, beside interactive sessions, takes the password from FILE or
            FORUM_PASSWORD, and commands from -c or standard input. Data goes to standard output, all else to
            standard error.

            Exit status: 0 done, 1 refused by the forum or failed here, 2 wrong usage, 3 no connection or an
            untrusted one, 4 no login.""";

    private final Supplier<Config> settled;
    private final Deque<String> left = new ArrayDeque<>();
    private final List<String> place = new ArrayList<>();
    private final List<String> commands = new ArrayList<>();
    private Optional<String> user = Optional.empty();
    private Optional<Path> passwordFile = Optional.empty();
    private Optional<String> fingerprint = Optional.empty();
    private boolean tls;
    private boolean plain;
    private boolean json;

    /** What a command line asks for. */
    sealed interface Parsed {

        /** Talk to a forum. */
        record Run(Options options) implements Parsed {}

        /** Print a text, and that is all. */
        record Print(String text) implements Parsed {}

        /** Nothing, because it is wrong. */
        record Wrong(String sentence) implements Parsed {}
    }

    private CommandLineParser(Supplier<Config> settled, String... arguments) {
        this.settled = settled;
        left.addAll(List.of(arguments));
    }

    /**
     * Read it.
     *
     * @param settled what the user has settled once, if that is needed
     */
    static Parsed parse(Supplier<Config> settled, String... arguments) {
        try {
            return new CommandLineParser(settled, arguments).parse();
        } catch (IllegalArgumentException e) {
            return new Parsed.Wrong(e.getMessage());
        }
    }

    private Parsed parse() {
        while (!left.isEmpty()) {
            String argument = left.pop();
            int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
            String option = equals < 0 ? argument : argument.substring(0, equals);
            if (equals >= 0) {
                left.push(argument.substring(equals + 1));
            }
            switch (option) {
                case "-h", "--help" -> {
                    return new Parsed.Print(USAGE);
                }
                case "-V", "--version" -> {
                    return new Parsed.Print("forum " + version());
                }
                case "--plain" -> plain = true;
                case "--json" -> json = true;
                case "--tls" -> tls = true;
                case "--fingerprint" -> fingerprint = Optional.of(Fingerprint.parse(value(option)));
                case "--user" -> user = Optional.of(value(option));
                case "-c", "--command" -> commands.add(value(option));
                case "--password-file" -> passwordFile = Optional.of(path(value(option)));
                default -> place.add(place(argument));
            }
        }
        return new Parsed.Run(options(settled.get()));
    }

    private Options options(Config config) {
        boolean script = !commands.isEmpty() || json || passwordFile.isPresent();
        Optional<Config.Named> named = named(config);
        Address address = named.map(Config.Named::address).orElseGet(this::address);
        return new Options(
                secured(user.map(address::as).orElse(address)),
                script,
                user.isPresent(),
                plain || config.plain(),
                commands,
                json,
                passwordFile.or(() -> named.flatMap(Config.Named::passwordFile)));
    }

    private Address secured(Address address) {
        return tls || fingerprint.isPresent() || address.trust().isPresent()
                ? address.trusting(new Trust(Optional.empty(), fingerprint))
                : address;
    }

    private Optional<Config.Named> named(Config config) {
        if (place.isEmpty()) {
            return config.preferred().map(config::forum);
        }
        boolean isName = place.size() == 1 && place.getFirst().startsWith("@");
        return isName ? Optional.of(config.forum(place.getFirst().substring(1))) : Optional.empty();
    }

    private String value(String option) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return left.pop();
    }

    private static String place(String argument) {
        if (argument.startsWith("-")) {
            throw new IllegalArgumentException("There is no option " + argument);
        }
        return argument;
    }

    private static Path path(String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(value + " is no path", e);
        }
    }

    private Address address() {
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
