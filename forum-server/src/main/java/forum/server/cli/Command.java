package forum.server.cli;

/** One of the things that {@code forum-server} does. */
interface Command {

    /** Give what it takes on the command line. */
    Syntax syntax();

    /**
     * Do it, once the command line was read.
     *
     * @return the exit status
     * @throws WrongUsage if what was given cannot be meant
     */
    int run();
}
