package forum.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.help.OptionFormatter;
import org.apache.commons.cli.help.TextHelpAppendable;
import org.apache.commons.cli.help.TextStyle;

/** What the client takes on its command line, and the help, from which man page and completions are made. */
final class Usage {

    /** In the order of the help. */
    static final Options OPTIONS = new Options();

    static final Option PLAIN = flag("plain", "use the terminal line by line: no colours, no redrawing");
    static final Option USER = valued("user", "NAME", "log in as NAME");
    static final Option TLS = flag("tls", "go through TLS, as forums:// does");
    static final Option FINGERPRINT =
            valued("fingerprint", "SHA256:…", "trust the certificate with that fingerprint, and no other");
    static final Option COMMAND = added(Option.builder("c")
            .longOpt("command")
            .hasArg()
            .argName("COMMAND")
            .desc("do this and end; may be repeated, what is refused ends it"));
    static final Option JSON = flag("json", "write each answer as a JSON document on a line");
    static final Option PASSWORD_FILE =
            valued("password-file", "FILE", "read the password from the first line of FILE");
    static final Option HELP = added(Option.builder("h").longOpt("help").desc("show this help"));
    static final Option VERSION = added(Option.builder("V").longOpt("version").desc("show the version"));

    private static final int TEXT_AT = 28;

    private Usage() {}

    private static Option flag(String name, String description) {
        return added(Option.builder().longOpt(name).desc(description));
    }

    private static Option valued(String name, String label, String description) {
        return added(Option.builder().longOpt(name).hasArg().argName(label).desc(description));
    }

    private static Option added(Option.Builder described) {
        Option option = described.get();
        OPTIONS.addOption(option);
        return option;
    }

    /** Write the help. */
    static String help() {
        StringBuilder options = new StringBuilder();
        OPTIONS.getOptions().forEach(option -> describe(options, option));
        return """
            Usage: forum [OPTIONS] HOST PORT
                   forum [OPTIONS] forum://[USER@]HOST:PORT
                   forum [OPTIONS] forums://[USER@]HOST:PORT
                   forum [OPTIONS] @NAME

            Take part in a discussion forum: one that is named by host and port or by a URL, or @NAME as it stands in
            the file forum/config of the XDG configuration folder (~/.config). On a terminal, commands are asked for,
            completed with Tab and explained by help. Where input or output is no terminal, they are read line by line.

            %s
            With -c, --json or --password-file, and with --user where no person sits at a terminal, the client is a
            tool for scripts: it logs in as a program, beside interactive sessions, takes the password from FILE or
            FORUM_PASSWORD, and commands from -c or standard input. Data goes to standard output, all else to
            standard error.

            Exit status: 0 done, 1 refused by the forum or failed here, 2 wrong usage, 3 no connection or an
            untrusted one, 4 no login.""".formatted(options);
    }

    /** A name that is too long for its column has a line of its own. */
    private static void describe(StringBuilder help, Option option) {
        OptionFormatter formatter =
                OptionFormatter.builder().setArgumentNameDelimiters("=", "").build(option);
        String name = (option.getOpt() == null ? "      " : "  ") + formatter.getBothOpt() + formatter.getArgName();
        TextStyle style = TextStyle.builder()
                .setLeftPad(TEXT_AT)
                .setMaxWidth(112 - TEXT_AT)
                .get();
        StringBuilder text = new StringBuilder();
        try {
            new TextHelpAppendable(text).printWrapped(option.getDescription(), style);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        help.append(name.length() < TEXT_AT - 1 ? name + text.substring(name.length()) : name + "\n" + text);
    }
}
