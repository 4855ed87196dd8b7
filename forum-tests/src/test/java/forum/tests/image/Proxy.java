package forum.tests.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Stand between a client and a server, as a bad line does. */
final class Proxy implements AutoCloseable {

    private final ServerSocket listening;
    private final int server;
    private final List<Socket> sockets = new ArrayList<>();
    private final Semaphore answers = new Semaphore(1, true);
    private boolean open = true;

    Proxy(int server) {
        this.server = server;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Cut all connections. */
    synchronized void cut() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    /** Cut all connections, and let no other through until {@link #mend}. */
    synchronized void fail() throws IOException {
        open = false;
        cut();
    }

    synchronized void mend() {
        open = true;
    }

    /** Let nothing of what the server says through, until {@link #release}. */
    void hold() throws InterruptedException {
        answers.acquire();
    }

    void release() {
        answers.release();
    }

    @Override
    public synchronized void close() throws IOException {
        listening.close();
        cut();
    }

    private void accept() {
        try {
            while (true) {
                connect(listening.accept());
            }
        } catch (IOException closed) {
            answers.release();
        }
    }

    private synchronized void connect(Socket client) throws IOException {
        if (!open) {
            client.close();
            return;
        }
        Socket forum = new Socket(InetAddress.getLoopbackAddress(), server);
        sockets.addAll(List.of(client, forum));
        Thread.ofVirtual().start(() -> copy(client, forum, false));
        Thread.ofVirtual().start(() -> copy(forum, client, true));
    }

    private void copy(Socket from, Socket to, boolean held) {
        byte[] bytes = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                if (held) {
                    answers.acquire();
                    answers.release();
                }
                to.getOutputStream().write(bytes, 0, count);
            }
        } catch (IOException cut) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
