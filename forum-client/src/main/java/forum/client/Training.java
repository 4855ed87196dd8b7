package forum.client;

import java.util.ArrayList;
import java.util.List;

/**
 * Run several command lines one after the other, with {@code --} between them: what is loaded for any of them is recorded
 * while the image is built, so that it need not be looked for and linked when the client starts (jlink/src/train.sh).
 */
final class Training {

    private Training() {}

    static void main(String[] arguments) {
        List<String> line = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.equals("--")) {
                run(line);
                line.clear();
            } else {
                line.add(argument);
            }
        }
        run(line);
    }

    private static void run(List<String> line) {
        int status = Main.run(line.toArray(String[]::new));
        if (status != ExitStatus.DONE) {
            System.exit(status);
        }
    }
}
