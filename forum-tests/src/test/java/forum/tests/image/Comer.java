package forum.tests.image;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** Connect, ask for a word, and leave, again and again; what it gets are answers. */
final class Comer implements Pest {

    private static final byte[] WORD = "PING\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH_OF_ANSWER = "+PONG\r\n".length();

    private final int port;
    private final AtomicLong answers = new AtomicLong();
    private volatile boolean over;

    private Comer(int port) {
        this.port = port;
    }

    /** Begin. */
    static Comer to(int port) {
        Comer comer = new Comer(port);
        Thread.ofPlatform().daemon().start(comer::comeAndGo);
        return comer;
    }

    @Override
    public long had() {
        return answers.get();
    }

    @Override
    public void close() {
        over = true;
    }

    private void comeAndGo() {
        while (!over) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream().write(WORD);
                if (socket.getInputStream().readNBytes(LENGTH_OF_ANSWER).length == LENGTH_OF_ANSWER) {
                    answers.incrementAndGet();
                }
            } catch (IOException gone) {
                return; // the test has ended the server
            }
        }
    }
}
