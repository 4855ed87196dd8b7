package forum.server.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Converter;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/**
 * What a command takes on its command line, in the order of its help. What is declared is read from a line later; what a
 * converter throws then is told the operator.
 */
final class Syntax {

    static final Option HELP =
            Option.builder("h").longOpt("help").desc("show this help").get();
    static final Option VERSION =
            Option.builder("V").longOpt("version").desc("show the version").get();

    private final String command;
    private final List<String> description;
    private final Options options = new Options();
    private final List<Parameter<?>> parameters = new ArrayList<>();
    private final List<String> footer = new ArrayList<>();

    Syntax(String command, String... description) {
        this.command = command;
        this.description = List.of(description);
    }

    /** Take an option that is there or not. */
    Setting<Boolean> flag(String name, String description) {
        return declared(described(name, description), CommandLine::hasOption);
    }

    /** Take an option with a value, and one that holds if none is given. */
    <T> Setting<T> option(
            String name,
            String label,
            String description,
            T standard,
            Converter<T, IllegalArgumentException> converter) {
        return declared(
                described(name, description).hasArg().argName(label).converter(converter),
                (line, option) -> once(line, option).getParsedOptionValue(option, standard));
    }

    /** Take an option with a number from 0 on. */
    Setting<Integer> count(String name, String description, int standard) {
        return option(name, "N", description + " (" + standard + ")", standard, Values::count);
    }

    /** Take an option with a number of seconds. */
    Setting<Duration> seconds(String name, String description, Duration standard) {
        String described = description + " (" + standard.toSeconds() + ")";
        return option(name, "N", described, standard, text -> Duration.ofSeconds(Values.count(text)));
    }

    /** Take an option with a number of bytes. */
    Setting<Size> size(String name, String description, long standard) {
        Size size = new Size(standard);
        return option(name, "SIZE", description + " (" + size + ")", size, Size::parse);
    }

    /** Take an option with a file that need not be given. */
    Setting<Optional<Path>> file(String name, String description) {
        return option(name, "FILE", description, Optional.empty(), text -> Optional.of(Values.path(text)));
    }

    /** Take an option that may be given several times. */
    <T> Setting<List<T>> repeatable(
            String name,
            String label,
            String description,
            Class<T> type,
            Converter<T, IllegalArgumentException> converter) {
        return declared(
                described(name, description).hasArg().argName(label).type(type).converter(converter),
                (line, option) -> Stream.ofNullable(line.<T>getParsedOptionValues(option))
                        .flatMap(Stream::of)
                        .toList());
    }

    private static Option.Builder described(String name, String description) {
        return Option.builder().longOpt(name).desc(description);
    }

    private <T> Setting<T> declared(Option.Builder described, Setting.Reading<T> reading) {
        Option option = described.get();
        options.addOption(option);
        return new Setting<>(option, reading);
    }

    private static CommandLine once(CommandLine line, Option option) {
        if (line.getOptionCount(option) > 1) {
            throw new WrongUsage("--" + option.getLongOpt() + " is given twice");
        }
        return line;
    }

    /** Take a parameter that must be given. */
    <T> Parameter<T> parameter(String name, String description, Converter<T, IllegalArgumentException> reading) {
        return added(new Parameter<>(parameters.size(), name, description, reading));
    }

    /** Take a parameter that may be left out, as may all that follow. */
    Parameter<String> optionalParameter(String name, String description) {
        return added(new Parameter<>(parameters.size(), "[" + name + "]", description, text -> text));
    }

    private <T> Parameter<T> added(Parameter<T> parameter) {
        parameters.add(parameter);
        return parameter;
    }

    /** End the help with these lines. */
    void footer(String... lines) {
        Collections.addAll(footer, lines);
    }

    /**
     * Read a command line.
     *
     * @throws WrongUsage if there is more on it than declared, or a value is missing
     */
    CommandLine read(List<String> arguments) {
        CommandLine line = parsed(arguments);
        List<String> given = line.getArgList();
        if (given.size() > parameters.size()) {
            throw new WrongUsage("There is one argument too many, '" + given.get(parameters.size()) + "'");
        }
        return line;
    }

    private CommandLine parsed(List<String> arguments) {
        DefaultParser parser = DefaultParser.builder()
                .setAllowPartialMatching(false)
                .setStripLeadingAndTrailingQuotes(false)
                .get();
        try {
            return parser.parse(allOptions(), arguments.toArray(String[]::new));
        } catch (UnrecognizedOptionException e) {
            throw new WrongUsage(unknown(e.getOption().split("=", 2)[0]));
        } catch (MissingArgumentException e) {
            throw new WrongUsage(
                    "--" + e.getOption().getLongOpt() + " wants a value, as in " + Help.shown(e.getOption()));
        } catch (ParseException e) {
            throw new WrongUsage(e.getMessage());
        }
    }

    /** What was given for it is not repeated: it may be a secret. */
    private String unknown(String option) {
        return options.hasOption(option) ? option + " takes no value" : "There is no option " + option;
    }

    private Options allOptions() {
        return options.addOption(HELP).addOption(VERSION);
    }

    /** Give the help. */
    String help() {
        return new Help(command, description, allOptions(), parameters, footer).text();
    }
}
