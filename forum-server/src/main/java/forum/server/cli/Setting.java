package forum.server.cli;

import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.ParseException;

/**
 * An option, and how its value is taken from a command line.
 *
 * @param <T> what the value means
 */
record Setting<T>(Option option, Reading<T> reading) {

    /** Takes a value from a command line. */
    interface Reading<T> {

        T from(CommandLine line, Option option) throws ParseException;
    }

    /**
     * Give what was given, or what holds if nothing was.
     *
     * @throws WrongUsage if its converter does not take it, or it is given twice
     */
    T in(CommandLine line) {
        try {
            return reading.from(line, option);
        } catch (ParseException e) {
            throw new WrongUsage(
                    "--" + option.getLongOpt() + ": " + e.getCause().getMessage());
        }
    }
}
