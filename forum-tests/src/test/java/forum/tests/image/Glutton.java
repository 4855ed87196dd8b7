package forum.tests.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** Ask for the same again and again, wait for no answer before the next question, and read all that comes: so many bytes. */
final class Glutton implements Pest {

    private static final int QUESTIONS_AT_ONCE = 100;

    private final Socket socket;
    private final AtomicLong read = new AtomicLong();

    private Glutton(Socket socket, String question) {
        this.socket = socket;
        byte[] questions = (question + "\r\n").repeat(QUESTIONS_AT_ONCE).getBytes(StandardCharsets.US_ASCII);
        Thread.ofPlatform().daemon().start(() -> ask(questions));
        Thread.ofPlatform().daemon().start(this::read);
    }

    /** Log in as a user whose password is the name, and begin. */
    static Glutton of(int port, String user, String question) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.getOutputStream().write("AUTH %1$s %1$s\r\n".formatted(user).getBytes(StandardCharsets.US_ASCII));
            return new Glutton(socket, question);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long had() {
        return read.get();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ask(byte[] questions) {
        try {
            OutputStream out = socket.getOutputStream();
            while (true) {
                out.write(questions);
            }
        } catch (IOException closed) {
            // by the test
        }
    }

    private void read() {
        byte[] bytes = new byte[256 * 1024];
        try {
            InputStream in = socket.getInputStream();
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                read.addAndGet(count);
            }
        } catch (IOException closed) {
            // by the test
        }
    }
}
