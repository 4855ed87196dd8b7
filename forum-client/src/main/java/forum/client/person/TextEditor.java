package forum.client.person;

import forum.client.file.FileException;
import forum.client.file.Folder;
import forum.client.known.StateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Write texts with the editor that the user has chosen, {@code $VISUAL} or {@code $EDITOR}.
 *
 * @param command the editor, perhaps with arguments
 * @param drafts where texts are while they are written
 * @param folder how the user knows that place
 */
record TextEditor(String command, Path drafts, Folder folder) {

    /** Find the editor of an environment. */
    static Optional<TextEditor> of(Map<String, String> environment, Folder folder) {
        Path drafts = StateFiles.drafts(environment, folder.home());
        return Stream.of("VISUAL", "EDITOR")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .map(command -> new TextEditor(command, drafts, folder));
    }

    /**
     * Let the user write, starting from a text.
     *
     * @return what was written
     */
    Draft write(String text) throws FileException {
        Draft draft = begin(text);
        try {
            // The shell takes the command apart, as for git and crontab: it can have arguments
            Process process = new ProcessBuilder(
                            "sh", "-c", command + " \"$1\"", "sh", draft.file().toString())
                    .inheritIO()
                    .start();
            if (process.waitFor() != 0) {
                throw givenUp(draft, " failed", text);
            }
            return draft;
        } catch (IOException e) {
            throw givenUp(draft, " could not be started", text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw givenUp(draft, " was interrupted", text);
        }
    }

    private Draft begin(String text) throws FileException {
        try {
            Path file = Files.createTempFile(StateFiles.made(drafts), "", ".txt");
            return new Draft(Files.writeString(file, text));
        } catch (IOException e) {
            throw new FileException("No text can be written in " + folder.shown(drafts), e);
        }
    }

    /** Say why the text is not sent; what the user has written is kept. */
    private FileException givenUp(Draft draft, String why, String before) throws FileException {
        if (draft.text().equals(before)) {
            draft.forget();
            return new FileException(command + why);
        }
        return new FileException(command + why + "; what was written is in " + folder.shown(draft.file()));
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

        /** Forget it, because it was sent, or there is nothing in it. */
        void forget() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException stays) {
                file.toFile().deleteOnExit();
            }
        }
    }
}
