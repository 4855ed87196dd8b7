package forum.tests.image;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/** Connect, say something, wait for the beginning of an answer, and leave, again and again; what it gets are answers. */
final class Comer implements Pest {

    private static final byte HANDSHAKE = 22;

    private final int port;
    private final byte[] opening;
    private final byte[] answer;
    private final AtomicLong answers = new AtomicLong();
    private volatile boolean over;

    private Comer(int port, byte[] opening, byte... answer) {
        this.port = port;
        this.opening = opening;
        this.answer = answer;
    }

    /** Begin to ask for a word. */
    static Comer asking(int port) {
        return new Comer(port, ascii("PING\r\n"), ascii("+PONG\r\n")).begin();
    }

    /** Begin to have the server do its part of a TLS handshake, keys and signature included. */
    static Comer shakingHands(int port) {
        return new Comer(port, hello(), HANDSHAKE).begin();
    }

    @Override
    public long had() {
        return answers.get();
    }

    @Override
    public void close() {
        over = true;
    }

    private Comer begin() {
        Thread.ofPlatform().daemon().start(this::comeAndGo);
        return this;
    }

    private void comeAndGo() {
        while (!over) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream().write(opening);
                if (Arrays.equals(socket.getInputStream().readNBytes(answer.length), answer)) {
                    answers.incrementAndGet();
                }
            } catch (IOException e) {
                // no answer; whether any come the test sees
            }
        }
    }

    private static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }

    /** What a client of TLS says first. */
    private static byte[] hello() {
        try {
            SSLEngine client = SSLContext.getDefault().createSSLEngine();
            client.setUseClientMode(true);
            ByteBuffer hello = ByteBuffer.allocate(client.getSession().getPacketBufferSize());
            client.wrap(ByteBuffer.allocate(0), hello);
            return Arrays.copyOf(hello.array(), hello.position());
        } catch (NoSuchAlgorithmException | SSLException e) {
            throw new IllegalStateException(e);
        }
    }
}
