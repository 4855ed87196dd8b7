package forum.server.cli;

import picocli.CommandLine;

/** Start a server from a shell. */
public final class Main {

    private Main() {}

    /** Serve until told to stop; exits with 0, 1 if the server cannot start, 2 for a bad option. */
    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new ServeCommand());
        line.setParameterExceptionHandler((e, _) -> {
            System.err.println("forum-server: " + e.getMessage() + " (--help shows the options)");
            return CommandLine.ExitCode.USAGE;
        });
        System.exit(line.execute(arguments));
    }
}
