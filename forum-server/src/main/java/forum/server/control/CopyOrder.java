package forum.server.control;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** {@code backup TARGET} and its like: copy the forum to a folder, whose path is absolute. */
public record CopyOrder(String word, Copying copying) implements Order {

    /** Copy the storage as it is kept. */
    public static final String BACKUP = "backup";

    /** Write the forum to be read. */
    public static final String EXPORT = "export";

    /** The same, with the credentials. */
    public static final String EXPORT_WITH_PASSWORDS = "export-with-passwords";

    /** Do the copying. */
    @FunctionalInterface
    public interface Copying {

        /** Copy to a folder that is empty or does not exist, and report often. */
        void to(Path target, Consumer<String> report);
    }

    @Override
    public Result run(List<String> arguments, Report report) {
        if (arguments.size() != 1) {
            return new Result.Refused("The order " + word + " wants one folder to go to");
        }
        try {
            Path target = Path.of(arguments.getFirst());
            if (!target.isAbsolute()) {
                return new Result.Refused("The folder must be given from the root on, not " + target);
            }
            copying.to(target, report::progress);
            return new Result.Done();
        } catch (InvalidPathException e) {
            return new Result.Refused("No folder can be called " + arguments.getFirst());
        }
    }
}
