package forum.tests.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Stand between a client and a server, as a bad line does. */
final class Proxy implements AutoCloseable {

    private static final int LARGE = 200;

    private final ServerSocket listening;
    private final int server;
    private final List<Socket> sockets = new ArrayList<>();
    private final List<Socket> clients = new ArrayList<>();
    private final Semaphore answers = new Semaphore(1, true);
    private final LinkedBlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private boolean open = true;
    private volatile boolean slow;
    private volatile byte[] searched = {};
    private volatile byte[] replacement = {};

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
        clients.clear();
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

    /** Wait until a client asks that, in a request that is not large. */
    void awaitRequest(String word, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        String request = "";
        while (request != null && !request.contains(word)) {
            request = requests.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
        assertThat(request).as("a request " + word).isNotNull();
    }

    /** Carry some megabytes a second, until {@link #hurry}. */
    void slow() {
        slow = true;
    }

    void hurry() {
        slow = false;
    }

    /** Put other bytes, just as many, in the place of those whenever the server says them. */
    void replace(String said, String instead) {
        replacement = instead.getBytes(StandardCharsets.ISO_8859_1);
        searched = said.getBytes(StandardCharsets.ISO_8859_1);
        if (searched.length != replacement.length) {
            throw new IllegalArgumentException(said + " is not as long as " + instead);
        }
    }

    /** Say something to all clients in the server's place. */
    synchronized void say(String bytes) throws IOException {
        clients.removeIf(Socket::isClosed);
        for (Socket client : clients) {
            client.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** Say that again and again, until the newest client hangs up. */
    synchronized void sayForEver(String bytes) {
        Socket socket = clients.getLast();
        byte[] block = bytes.repeat(1 + 65536 / bytes.length()).getBytes(StandardCharsets.ISO_8859_1);
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    socket.getOutputStream().write(block);
                }
            } catch (IOException hungUp) {
                return;
            }
        });
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
        clients.removeIf(Socket::isClosed);
        clients.add(client);
        Thread.ofVirtual().start(() -> copy(client, forum, false));
        Thread.ofVirtual().start(() -> copy(forum, client, true));
    }

    private void tamper(byte[] bytes, int count) {
        for (int at = 0; searched.length > 0 && at + searched.length <= count; at++) {
            if (Arrays.equals(bytes, at, at + searched.length, searched, 0, searched.length)) {
                System.arraycopy(replacement, 0, bytes, at, replacement.length);
            }
        }
    }

    private void copy(Socket from, Socket to, boolean held) {
        byte[] bytes = new byte[1 << 16];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                if (held) {
                    answers.acquire();
                    answers.release();
                    tamper(bytes, count);
                } else if (count < LARGE) {
                    requests.add(new String(bytes, 0, count, StandardCharsets.ISO_8859_1));
                }
                to.getOutputStream().write(bytes, 0, count);
                if (slow) {
                    LockSupport.parkNanos(10_000_000);
                }
            }
        } catch (IOException cut) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
