package forum.tests.attack;

import static org.assertj.core.api.Assertions.assertThat;

import forum.server.Tls;
import forum.testkit.ForumFixture;
import forum.testkit.RespClient;
import forum.tests.Storages;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever does not read what they are sent is cut off, and keeps nobody waiting. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NonReaderTest {

    private static final int MORE_THAN_ANY_BUFFER_HOLDS = 400;
    private static final String LOGIN = "AUTH yoda yoda\r\n";

    private final List<Socket> nonReaders = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : nonReaders) {
            socket.close();
        }
    }

    private static ForumFixture forum(Duration reading) {
        return ForumFixture.start(
                Storages.named("fs"),
                config -> config.withNetwork(network -> network.with(new Tls.SelfSigned())
                                .with(network.limits().withDeadlines(d -> d.withReading(reading))))
                        .withAccess(access -> access.withAuthPerUser(0)));
    }

    private static ForumFixture impatient() {
        return forum(Duration.ofMillis(500));
    }

    /** Send requests, and read nothing of the answers. */
    private void send(Socket socket, String requests) throws IOException {
        nonReaders.add(socket);
        socket.getOutputStream().write((LOGIN + requests).getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static Socket connect(ForumFixture forum) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), forum.port()));
        return socket;
    }

    /** Make a thread with much to read, and give who made it. */
    private static RespClient fill(ForumFixture forum) {
        RespClient mike = forum.login("mike");
        forum.login("yoda").ask("XIT");
        mike.ask("CRT", "a");
        String text = "x".repeat(50_000);
        for (int i = 0; i < 20; i++) {
            assertThat(mike.ask("MSG", "a", text)).isEqualTo("+Message posted to a thread");
        }
        assertThat(mike.ask("UPD", "a", "f", text.repeat(200))).isEqualTo("+mike uploaded file f to a thread");
        return mike;
    }

    private static void awaitLeavings(ForumFixture forum, int count) throws InterruptedException {
        int place = -1;
        for (int i = 0; i < count; i++) {
            place = forum.log().await(place + 1, "yoda exited"::equals, "the end of yoda's connection " + i);
        }
    }

    @Test
    void whoReadsNoAnswersIsCutOff() throws Exception {
        try (ForumFixture forum = impatient()) {
            RespClient mike = fill(forum);
            send(connect(forum), "RDT a\r\n".repeat(MORE_THAN_ANY_BUFFER_HOLDS));
            send(connect(forum), "DWN a f\r\n".repeat(MORE_THAN_ANY_BUFFER_HOLDS));
            send(TlsClient.socket(forum.port()), "RDT a\r\n".repeat(MORE_THAN_ANY_BUFFER_HOLDS));
            send(TlsClient.socket(forum.port()), "DWN a f\r\n".repeat(MORE_THAN_ANY_BUFFER_HOLDS));
            awaitLeavings(forum, 5);
            assertThat(mike.ask("RDT", "a", "0", "0")).startsWith("[\"1 mike: xxx");
        }
    }

    @Test
    void whoReadsNoNewsIsCutOffAndWhoReadsHearsOn() throws Exception {
        try (ForumFixture forum = impatient()) {
            RespClient mike = fill(forum);
            RespClient reader = forum.login("luke");
            reader.ask("SUBSCRIBE", "threads");
            for (int i = 0; i < 10; i++) {
                send(connect(forum), "PSUBSCRIBE *\r\n");
            }
            String text = "x".repeat(60_000);
            for (int i = 0; i < MORE_THAN_ANY_BUFFER_HOLDS; i++) {
                assertThat(mike.ask("MSG", "a", text)).isEqualTo("+Message posted to a thread");
            }
            awaitLeavings(forum, 11);
            mike.ask("CRT", "b");
            assertThat(reader.reply()).contains("\"event\":\"created\"", "\"thread\":\"b\"");
        }
    }

    @Test
    void theServersEndWaitsForNobodyWhoDoesNotRead() throws Exception {
        try (ForumFixture forum = forum(Duration.ofHours(1))) {
            RespClient mike = fill(forum);
            for (int i = 0; i < 10; i++) {
                send(connect(forum), "RDT a\r\n".repeat(MORE_THAN_ANY_BUFFER_HOLDS));
            }
            send(TlsClient.socket(forum.port()), "RDT a\r\n".repeat(MORE_THAN_ANY_BUFFER_HOLDS));
            Thread end = Thread.ofVirtual().start(forum::stop);
            assertThat(mike.reply()).isEqualTo("+Goodbye. Server shutting down");
            assertThat(mike.reply()).isEqualTo(RespClient.END);
            end.join();
        }
    }
}
