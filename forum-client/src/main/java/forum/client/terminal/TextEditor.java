package forum.client.terminal;

import forum.client.file.FileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Write texts with the editor that the user has chosen, {@code $VISUAL} or {@code $EDITOR}. */
final class TextEditor {

    private final String command;

    private TextEditor(String command) {
        this.command = command;
    }

    /** Find the editor of an environment. */
    static Optional<TextEditor> of(Map<String, String> environment) {
        return Stream.of("VISUAL", "EDITOR")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .map(TextEditor::new);
    }

    /**
     * Let the user write, starting from a text.
     *
     * @return a file with what was written
     */
    Draft write(String text) throws FileException {
        try {
            Path file = Files.createTempFile("forum-", ".txt");
            Files.writeString(file, text);
            // The shell takes the command apart, as for git and crontab: it can have arguments
            Process process = new ProcessBuilder("sh", "-c", command + " \"$1\"", "sh", file.toString())
                    .inheritIO()
                    .start();
            if (process.waitFor() != 0) {
                throw new FileException(command + " failed; what was written is in " + file);
            }
            return new Draft(file);
        } catch (IOException e) {
            throw new FileException(command + " could not be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FileException(command + " was interrupted", e);
        }
    }

    /** A text in a file, readable by its owner only, until it is sent. */
    record Draft(Path file) {

        /** Give the text, without the line feed that editors put at its end. */
        String text() throws FileException {
            try {
                return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).stripTrailing();
            } catch (IOException e) {
                throw new FileException(file + " cannot be read", e);
            }
        }

        /** Forget it, because it was sent. */
        void forget() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException stays) {
                file.toFile().deleteOnExit();
            }
        }
    }
}
