package forum.server.cli;

import forum.server.Cores;
import forum.server.Version;
import java.util.List;
import org.apache.commons.cli.CommandLine;

/** Start a server from a shell. */
public final class Main {

    private static final int WRONG_USAGE = 2;

    private Main() {}

    /**
     * Serve until told to stop, or do what the first argument names; exits with 0, 1 if that is not possible, 2 for a
     * bad option.
     */
    public static void main(String[] arguments) {
        shareTheCores();
        List<String> all = List.of(arguments);
        List<String> rest = all.stream().skip(1).toList();
        System.exit(
                switch (all.isEmpty() ? "" : all.getFirst()) {
                    case "backup" -> run(new BackupCommand(), rest);
                    case "check" -> run(new CheckCommand(), rest);
                    case "commands" -> run(new CommandsCommand(), rest);
                    case "export" -> run(new ExportCommand(), rest);
                    case "import" -> run(new ImportCommand(), rest);
                    case "repair" -> run(new RepairCommand(), rest);
                    case "users" -> run(new UsersCommand(), rest);
                    default -> run(new ServeCommand(), all);
                });
    }

    /** Leave half of the cores to clients, which often share the machine; asked for before the first virtual thread is. */
    private static void shareTheCores() {
        if (System.getProperty(Cores.CARRIERS) == null) {
            System.setProperty(Cores.CARRIERS, Integer.toString(Cores.half()));
        }
    }

    private static int run(Command command, List<String> arguments) {
        try {
            CommandLine line = command.syntax().read(arguments);
            if (line.hasOption(Syntax.HELP)) {
                return print(command.syntax().help());
            }
            if (line.hasOption(Syntax.VERSION)) {
                return print("forum-server " + Version.NUMBER + "\n");
            }
            return command.run(line);
        } catch (WrongUsage e) {
            System.err.println("forum-server: " + e.getMessage() + " (--help shows the options)");
            return WRONG_USAGE;
        }
    }

    private static int print(String text) {
        System.out.print(text);
        return 0;
    }
}
