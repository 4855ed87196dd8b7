package forum.server.archive;

import forum.api.Attachment;
import forum.api.ForumThread;
import forum.api.Message;
import forum.api.Printable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Write a thread as the first version kept it: its owner, then its entries, a line each.
 *
 * <p>A line feed inside a text is followed by two spaces, with which no entry begins, so that no text can forge one.
 */
final class ThreadText implements AutoCloseable {

    private final BufferedWriter out;

    ThreadText(Path file, ForumThread thread) throws IOException {
        this.out = Files.newBufferedWriter(file);
        line(thread.owner().value());
    }

    void message(Message message) throws IOException {
        String text = Printable.lines(message.text().toString()).replace("\n", "\n  ");
        line(message.number() + " " + message.author() + ": " + text);
    }

    void attachment(Attachment file) throws IOException {
        line(file.author() + " uploaded " + file.file());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void line(String line) throws IOException {
        out.write(line);
        out.write('\n');
    }
}
