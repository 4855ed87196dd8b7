package forum.client.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jline.terminal.Terminal;

/** Load line editing in the background. Thread-safe. */
public final class LineEditing implements AutoCloseable {

    private final CompletableFuture<Editor> editor;
    private final FirstQuestion first;

    private LineEditing(CompletableFuture<Editor> editor, FirstQuestion first) {
        this.editor = editor;
        this.first = first;
    }

    /**
     * Begin to open the terminal of this process.
     *
     * @param type what the environment calls it
     * @param in its input
     * @param out its output
     */
    public static LineEditing opening(String type, InputStream in, PrintStream out) {
        CompletableFuture<Editor> editor =
                CompletableFuture.supplyAsync(() -> new Editor(Terminals.open(type), LastWords.ofProcess()));
        return new LineEditing(editor, new FirstQuestion(in, out));
    }

    /** Use a terminal that is open already. */
    static LineEditing of(Terminal terminal) {
        CompletableFuture<Editor> editor = CompletableFuture.completedFuture(new Editor(terminal, new LastWords()));
        return new LineEditing(editor, new FirstQuestion(InputStream.nullInputStream(), System.out));
    }

    /** Wait until it is there. */
    Editor editor() {
        return editor.join();
    }

    /** Give what can ask already, if it is not there. */
    Optional<FirstQuestion> meanwhile() {
        return editor.isDone() ? Optional.empty() : Optional.of(first);
    }

    /** Do something with it once it is there. */
    CompletableFuture<Void> whenThere(Consumer<Editor> action) {
        return editor.thenAccept(action);
    }

    /** Leave the terminal as it was found. */
    @Override
    public void close() {
        try {
            editor().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
