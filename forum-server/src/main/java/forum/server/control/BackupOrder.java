package forum.server.control;

import forum.api.storage.Storage;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** {@code backup TARGET}: copy what the storage keeps to a folder, whose path is absolute. */
public record BackupOrder(Storage storage) implements Order {

    /** What the order is called. */
    public static final String WORD = "backup";

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public Result run(List<String> arguments, Report report) {
        if (arguments.size() != 1) {
            return new Result.Refused("A backup wants one folder to go to");
        }
        try {
            Path target = Path.of(arguments.getFirst());
            if (!target.isAbsolute()) {
                return new Result.Refused("The folder of a backup must be given from the root on, not " + target);
            }
            storage.backup(target, report::progress);
            return new Result.Done();
        } catch (InvalidPathException e) {
            return new Result.Refused("No folder can be called " + arguments.getFirst());
        }
    }
}
