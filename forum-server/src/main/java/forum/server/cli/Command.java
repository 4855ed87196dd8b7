package forum.server.cli;

import org.apache.commons.cli.CommandLine;

/** One of the things that {@code forum-server} does. */
interface Command {

    /** Give what it takes on the command line. */
    Syntax syntax();

    /**
     * Do it.
     *
     * @param line as its syntax reads it
     * @return the exit status
     * @throws WrongUsage if what was given cannot be meant
     */
    int run(CommandLine line);
}
