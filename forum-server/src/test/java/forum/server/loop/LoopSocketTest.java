package forum.server.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import forum.server.loop.LoopSocket.Awaited;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever has the turn, every byte is answered once, in order, and the last one before silence, too. */
final class LoopSocketTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int ROUNDS = 30;

    private final List<Throwable> faults = Collections.synchronizedList(new ArrayList<>());
    private EventLoop loop;
    private ServerSocketChannel server;

    @BeforeEach
    void open() throws IOException {
        loop = new EventLoop(0, faults::add);
        server = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        loop.close();
        assertThat(faults).isEmpty();
    }

    @Test
    void everythingIsAnsweredInOrder() {
        long seed = Long.getLong("forum.seed", System.nanoTime());
        System.out.println("LoopSocketTest: -Dforum.seed=" + seed);
        Random random = new Random(seed);
        assertTimeoutPreemptively(PATIENCE, () -> {
            for (int round = 0; round < ROUNDS; round++) {
                String sent = letters(random, 1 + random.nextInt(100));
                try (Socket client = connect()) {
                    Echo.serve(loop.watch(server.accept()));
                    assertThat(asked(client, sent, random)).isEqualTo(sent);
                }
            }
        });
    }

    @Test
    void whatHasArrivedIsAnsweredBeforeTheEnd() {
        Random random = new Random(System.nanoTime());
        assertTimeoutPreemptively(PATIENCE, () -> {
            for (int round = 0; round < ROUNDS; round++) {
                String sent = letters(random, 50);
                try (Socket client = connect()) {
                    LoopSocket socket = loop.watch(server.accept());
                    client.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
                    Echo.serve(socket);
                    socket.leave();
                    assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                            .isEqualTo(sent);
                }
            }
        });
    }

    @Test
    void closingWakesTheReader() {
        assertTimeoutPreemptively(PATIENCE, () -> {
            for (int round = 0; round < ROUNDS; round++) {
                try (Socket client = connect()) {
                    LoopSocket socket = loop.watch(server.accept());
                    Echo echo = Echo.serve(socket);
                    assertThat(asked(client, "qw", new Random(round))).isEqualTo("qw");
                    socket.close();
                    echo.ended.await();
                }
            }
        });
    }

    @Test
    void aWriterWaitsForWhoeverReadsSlowly() {
        assertTimeoutPreemptively(PATIENCE, () -> {
            int size = 20_000_000;
            try (Socket client = connect()) {
                LoopSocket socket = loop.watch(server.accept());
                Thread.ofVirtual().start(() -> {
                    try (socket) {
                        socket.write(ByteBuffer.allocate(size));
                    } catch (IOException e) {
                        faults.add(e);
                    }
                });
                assertThat(client.getInputStream().readAllBytes()).hasSize(size);
            }
        });
    }

    @Test
    void whoseTurnIsOverWaitsForAllOthersToHaveTheirs() {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean otherServed = new AtomicBoolean();
        CountDownLatch ended = new CountDownLatch(1);
        assertTimeoutPreemptively(PATIENCE, () -> {
            try (Socket endless = connect()) {
                serveBy(loop.watch(server.accept()), arrived -> {
                    begun.countDown();
                    if (!otherServed.get()) {
                        return Guest.Served.TURN_OVER;
                    }
                    ended.countDown();
                    return takeAll(arrived);
                });
                sendUntil(begun, endless);
                try (Socket other = connect()) {
                    serveBy(loop.watch(server.accept()), arrived -> {
                        otherServed.set(true);
                        return takeAll(arrived);
                    });
                    sendUntil(ended, other);
                }
            }
        });
    }

    /** Send again, for the first bytes may be read by who waits, before the loop watches. */
    private static void sendUntil(CountDownLatch reached, Socket client) throws IOException {
        while (reached.getCount() > 0) {
            client.getOutputStream().write('x');
            Thread.onSpinWait();
        }
    }

    private static Guest.Served takeAll(ByteBuffer arrived) {
        arrived.position(arrived.limit());
        return Guest.Served.ALL;
    }

    private static void serveBy(LoopSocket socket, Guest guest) {
        socket.invite(guest);
        Thread.ofVirtual().start(() -> {
            ByteBuffer unseen = ByteBuffer.allocate(1);
            try (socket) {
                while (socket.read(unseen.clear()) >= 0) {
                    // it came before the loop watched
                }
            } catch (IOException closed) {
                // by the test
            }
        });
    }

    private Socket connect() throws IOException {
        Socket client =
                new Socket(InetAddress.getLoopbackAddress(), server.socket().getLocalPort());
        client.setTcpNoDelay(true);
        return client;
    }

    /** Quick letters, slow ones, those that take a detour, and those that end a turn. */
    private static String letters(Random random, int count) {
        StringBuilder letters = new StringBuilder();
        random.ints(count, 0, 4).forEach(i -> letters.append("qwdt".charAt(i)));
        return letters.toString();
    }

    /** Send in pieces, some of them only when all before was answered, and hear what comes. */
    private static String asked(Socket client, String sent, Random random) throws IOException {
        OutputStream out = client.getOutputStream();
        InputStream in = client.getInputStream();
        StringBuilder heard = new StringBuilder();
        int from = 0;
        while (from < sent.length()) {
            int to = Math.min(sent.length(), from + 1 + random.nextInt(20));
            out.write(sent.substring(from, to).getBytes(StandardCharsets.US_ASCII));
            from = to;
            while (random.nextBoolean() && heard.length() < from) {
                hear(in, from, heard);
            }
        }
        hear(in, from, heard);
        return heard.toString();
    }

    private static void hear(InputStream in, int count, StringBuilder heard) throws IOException {
        heard.append(new String(in.readNBytes(count - heard.length()), StandardCharsets.US_ASCII));
    }

    /** Answer each letter with itself: q on the loop, t at the end of a turn, d with a detour, all others on a thread. */
    private static final class Echo implements Runnable, Guest, Detour {

        private final LoopSocket socket;
        private final ByteBuffer answers = ByteBuffer.allocate(64 * 1024);
        private final CountDownLatch ended = new CountDownLatch(1);

        private Echo(LoopSocket socket) {
            this.socket = socket;
        }

        static Echo serve(LoopSocket socket) {
            Echo echo = new Echo(socket);
            socket.invite(echo);
            Thread.ofVirtual().start(echo);
            return echo;
        }

        @Override
        public void run() {
            ByteBuffer letters = ByteBuffer.allocate(7);
            try (socket) {
                while (true) {
                    send();
                    socket.await(Awaited.REQUEST);
                    int count = socket.read(letters.clear());
                    if (count < 0) {
                        return;
                    }
                    answers.put(letters.flip());
                }
            } catch (IOException closed) {
                // by the test, or by the client
            } finally {
                ended.countDown();
            }
        }

        @Override
        public Served serve(ByteBuffer arrived) throws IOException {
            while (arrived.hasRemaining()) {
                byte letter = arrived.get(arrived.position());
                if (letter == 'w') {
                    break;
                }
                answers.put(arrived.get());
                if (letter == 'd') {
                    socket.loop().detour(this);
                    return Served.DETOUR;
                }
                if (letter == 't' && arrived.hasRemaining()) {
                    return sent() ? Served.TURN_OVER : Served.NOT_ALL;
                }
            }
            return sent() && !arrived.hasRemaining() ? Served.ALL : Served.NOT_ALL;
        }

        @Override
        public void beside() {
            answers.put(answers.position() - 1, (byte) 'd');
        }

        @Override
        public void back() {
            try {
                socket.goOn(sent());
            } catch (IOException e) {
                socket.fail(e);
            }
        }

        private boolean sent() throws IOException {
            answers.flip();
            socket.channel().write(answers);
            answers.compact();
            return answers.position() == 0;
        }

        private void send() throws IOException {
            answers.flip();
            socket.write(answers);
            answers.compact();
        }
    }
}
