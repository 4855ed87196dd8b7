package forum.server.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Start a server from a shell. */
public final class Main {

    private Main() {}

    /**
     * Serve until told to stop, or do what the first argument names; exits with 0, 1 if that is not possible, 2 for a
     * bad option.
     */
    public static void main(String[] arguments) {
        List<String> all = List.of(arguments);
        switch (all.isEmpty() ? "" : all.getFirst()) {
            case "check" -> run(new ToolCommand.Check(), all.subList(1, all.size()));
            case "commands" -> run(new CommandsCommand(), all.subList(1, all.size()));
            case "backup" -> run(new BackupCommand(), all.subList(1, all.size()));
            case "export" -> run(new ExportCommand(), all.subList(1, all.size()));
            case "import" -> run(new ImportCommand(), all.subList(1, all.size()));
            case "users" -> run(new UsersCommand(), all.subList(1, all.size()));
            case "repair" -> run(new ToolCommand.Repair(), all.subList(1, all.size()));
            default -> run(new ServeCommand(), all);
        }
    }

    private static void run(Callable<Integer> command, List<String> arguments) {
        CommandLine line = new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(Path.class, Main::path);
        line.setParameterExceptionHandler((e, _) -> wrongUsage(e.getMessage()));
        line.setExecutionExceptionHandler((e, _, _) -> {
            if (e instanceof WrongUsage) {
                return wrongUsage(e.getMessage());
            }
            throw e;
        });
        System.exit(line.execute(arguments.toArray(String[]::new)));
    }

    private static int wrongUsage(String sentence) {
        System.err.println("forum-server: " + sentence + " (--help shows the options)");
        return CommandLine.ExitCode.USAGE;
    }

    /** An empty path, from an unset variable say, would be the folder one happens to be in. */
    private static Path path(String given) {
        if (given.isEmpty()) {
            throw new CommandLine.TypeConversionException("it is empty");
        }
        return Path.of(given);
    }
}
