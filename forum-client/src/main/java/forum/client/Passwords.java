package forum.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Find the password of a program: in a file, in the environment, or by asking; never among the arguments. */
final class Passwords {

    private Passwords() {}

    /**
     * Find it.
     *
     * @throws IllegalArgumentException with a sentence when there is none
     */
    static String find(Options options, Surroundings here) {
        if (options.passwordFile().isPresent()) {
            return firstLine(options.passwordFile().get());
        }
        Optional<String> given = Optional.ofNullable(here.environment().get("FORUM_PASSWORD"));
        return given.or(() -> here.person().flatMap(ask -> ask.apply("Enter password: ")))
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no password: set FORUM_PASSWORD or give --password-file"));
    }

    private static String firstLine(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            return Optional.ofNullable(reader.readLine())
                    .orElseThrow(() -> new IllegalArgumentException("There is no password in " + file));
        } catch (IOException e) {
            throw new IllegalArgumentException("The password file " + file + " cannot be read", e);
        }
    }
}
