package forum.client;

import forum.client.terminal.Teletype;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;

/** Stand in for a terminal that is used line by line: lines go in, and what was printed can be read. */
public final class Typewriter implements Closeable {

    private final PipedWriter typed = new PipedWriter();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream() {
        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            super.write(bytes, from, length);
            notifyAll();
        }
    };
    private final Terminal terminal;
    private final Teletype teletype;

    public Typewriter() {
        try {
            terminal = new DumbTerminal(InputStream.nullInputStream(), OutputStream.nullOutputStream());
            terminal.setSize(Size.of(80, 24));
            PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
            teletype = Teletype.of(new PipedReader(typed), to, terminal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Teletype teletype() {
        return teletype;
    }

    public void type(String text) throws IOException {
        typed.write(text);
        typed.flush();
    }

    public void pressControlC() {
        terminal.raise(Terminal.Signal.INT);
    }

    /** Tell whether the terminal shows what is typed. */
    public boolean echoes() {
        return terminal.getAttributes().getLocalFlag(LocalFlag.ECHO);
    }

    /** Wait until that was printed. */
    public void await(String text) throws InterruptedException {
        await(printed -> printed.contains(text));
    }

    /** Wait until that was printed last. */
    public void awaitEnd(String text) throws InterruptedException {
        await(printed -> printed.endsWith(text));
    }

    /** Wait until what was printed is like that. */
    public void await(Predicate<String> like) throws InterruptedException {
        synchronized (out) {
            while (!like.test(printed())) {
                out.wait();
            }
        }
    }

    public String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        typed.close();
    }
}
