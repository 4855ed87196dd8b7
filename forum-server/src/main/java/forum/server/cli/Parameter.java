package forum.server.cli;

import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Converter;

/**
 * What stands on a command line behind or between the options.
 *
 * @param place how many stand before it
 * @param name what stands for it in the help
 * @param reading what it throws is told the operator
 */
record Parameter<T>(int place, String name, String description, Converter<T, IllegalArgumentException> reading) {

    /**
     * Give what was given.
     *
     * @throws WrongUsage if it is none, or nothing was
     */
    T in(CommandLine line) {
        return ifIn(line).orElseThrow(() -> new WrongUsage(name + " is missing"));
    }

    /** Give what was given, if anything was. */
    Optional<T> ifIn(CommandLine line) {
        try {
            return line.getArgList().size() > place
                    ? Optional.of(reading.apply(line.getArgList().get(place)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(name + ": " + e.getMessage());
        }
    }
}
