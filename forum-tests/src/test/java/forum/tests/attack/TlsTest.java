package forum.tests.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import forum.server.StartException;
import forum.server.Tls;
import forum.testkit.ForumFixture;
import forum.testkit.RespClient;
import forum.testkit.storage.MemoryStorageProvider;
import forum.tests.network.OtherHost;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** TLS on the port of the forum. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TlsTest {

    @TempDir
    private Path folder;

    private static ForumFixture selfSigned() {
        return ForumFixture.start(
                new MemoryStorageProvider(), c -> c.withNetwork(network -> network.with(new Tls.SelfSigned())));
    }

    private ForumFixture withFiles() {
        return ForumFixture.start(
                new MemoryStorageProvider(),
                c -> c.withNetwork(network -> network.with(new Tls.Files(certificate(), key()))));
    }

    private Path certificate() {
        return folder.resolve("cert.pem");
    }

    private Path key() {
        return folder.resolve("key.pem");
    }

    private Issued issue(String name) throws Exception {
        Issued issued = Issued.bySelf("CN=" + name, "localhost");
        issued.writeKey(key());
        issued.writeCertificate(certificate());
        return issued;
    }

    @Test
    void bothWaysLeadIntoTheSameForum() {
        try (ForumFixture forum = selfSigned()) {
            RespClient plain = forum.login("mike");
            try (RespClient secure = TlsClient.connect(forum.port()).login("yoda")) {
                assertThat(secure.ask("CRT", "a")).isEqualTo("+Thread a created");
                assertThat(plain.ask("MSG", "a", "hi")).isEqualTo("+Message posted to a thread");
                assertThat(secure.ask("RDT", "a")).isEqualTo("[\"1 mike: hi\"]");
            }
        }
    }

    @RepeatedTest(10)
    void allThatHasArrivedIsAnsweredBeforeTheServerEnds() throws InterruptedException {
        int requests = 500;
        try (ForumFixture forum = selfSigned()) {
            RespClient mike = TlsClient.connect(forum.port()).login("mike");
            assertThat(mike.ask("CRT", "a")).isEqualTo("+Thread a created");
            mike.sendRaw("MSG a hello\r\n".repeat(requests).getBytes(US_ASCII));
            Thread stopping = Thread.ofVirtual().start(forum::stop);

            for (int i = 0; i < requests; i++) {
                assertThat(mike.reply()).as("reply %d", i).isEqualTo("+Message posted to a thread");
            }
            assertThat(mike.reply()).isEqualTo("+Goodbye. Server shutting down");
            mike.close();
            stopping.join();
        }
    }

    @Test
    void theFirstVersionsMessagesAreSpokenInsideIt() throws Exception {
        try (ForumFixture forum = selfSigned();
                SSLSocket socket = TlsClient.socket(forum.port())) {
            assertThat(ask(socket, "{\"type\":\"login-N\",\"username\":\"yoda\"}"))
                    .isEqualTo("NUyoda");
            assertThat(ask(socket, "{\"type\":\"login-NP\",\"password\":\"secret\"}"))
                    .isEqualTo("YN");
            assertThat(ask(socket, "{\"type\":\"CRT\",\"name\":\"a\"}")).isEqualTo("Thread a created");
            assertThat(forum.login("mike").ask("LST")).isEqualTo("[\"a\"]");
        }
    }

    /** Ask as the first client does, with one read for the answer. */
    private static String ask(SSLSocket socket, String object) throws IOException {
        socket.getOutputStream().write(object.getBytes(StandardCharsets.US_ASCII));
        byte[] answer = new byte[1024];
        int count = socket.getInputStream().read(answer);
        return new String(answer, 0, count, StandardCharsets.US_ASCII);
    }

    @Test
    void filesOfManyRecordsTravelWhole() {
        byte[] bytes = new byte[5_000_000];
        new Random(1).nextBytes(bytes);
        String text = new String(Base64.getEncoder().encode(bytes), StandardCharsets.US_ASCII);
        try (ForumFixture forum = selfSigned();
                RespClient secure = TlsClient.connect(forum.port()).login("yoda")) {
            secure.ask("CRT", "a");
            assertThat(secure.ask("UPD", "a", "f", text)).isEqualTo("+yoda uploaded file f to a thread");
            assertThat(secure.ask("DWN", "a", "f")).isEqualTo("\"" + text + "\"");
            assertThat(secure.ask("PING")).isEqualTo("+PONG");
        }
    }

    @Test
    void newsComeBetweenReplies() {
        try (ForumFixture forum = selfSigned();
                RespClient secure = TlsClient.connect(forum.port()).login("yoda")) {
            secure.ask("PSUBSCRIBE", "thread*");
            forum.login("mike").ask("CRT", "a");
            assertThat(secure.reply()).contains("\"created\"").contains("mike");
        }
    }

    @Test
    void eitherSideMayEndItsDirectionAlone() throws Exception {
        try (ForumFixture forum = selfSigned();
                SSLSocket socket = TlsClient.socket(forum.port())) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            assertThat(socket.getInputStream().readAllBytes()).asString().isEqualTo("+PONG\r\n");
        }
    }

    @Test
    void theKeyIsItsOwnersAndTheCertificateStays() throws Exception {
        try (ForumFixture forum = selfSigned()) {
            Path made = forum.data().resolve("tls");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.resolve("key.pem"))))
                    .isEqualTo("rw-------");
            byte[] before = TlsClient.certificate(forum.port()).getEncoded();
            forum.restart();
            assertThat(TlsClient.certificate(forum.port()).getEncoded()).isEqualTo(before);
        }
    }

    @Test
    void aChangedPairIsTakenAnewAndABrokenOneIsNot() throws Exception {
        issue("one");
        try (ForumFixture forum = withFiles()) {
            RespClient old = TlsClient.connect(forum.port()).login("mike");
            Files.writeString(key(), "no key");
            while (forum.log().lines().stream().noneMatch(line -> line.text().contains("stays in use"))) {
                assertThat(TlsClient.certificate(forum.port())
                                .getSubjectX500Principal()
                                .getName())
                        .isEqualTo("CN=one");
            }
            issue("two");
            while (!TlsClient.certificate(forum.port())
                    .getSubjectX500Principal()
                    .getName()
                    .equals("CN=two")) {
                Thread.onSpinWait();
            }
            assertThat(old.ask("PING")).isEqualTo("+PONG");
            old.close();
        }
    }

    @Test
    void aKeyOfAnotherCertificateStopsTheStart() throws Exception {
        issue("one");
        Issued.bySelf("CN=two", "localhost").writeKey(key());
        assertThatThrownBy(this::withFiles)
                .isInstanceOf(StartException.class)
                .hasMessageContaining("the key is not that of the certificate");
    }

    @Test
    void keysAreReadInEveryFormThatToolsWrite() throws Exception {
        for (String[] command : new String[][] {
            {"openssl", "genrsa", "-traditional", "-out", "KEY", "2048"},
            {"openssl", "genpkey", "-algorithm", "RSA", "-out", "KEY"},
            {"openssl", "ecparam", "-name", "prime256v1", "-genkey", "-out", "KEY"},
            {"openssl", "genpkey", "-algorithm", "ED25519", "-out", "KEY"}
        }) {
            command[Arrays.asList(command).indexOf("KEY")] = key().toString();
            run(command);
            run(
                    "openssl",
                    "req",
                    "-x509",
                    "-key",
                    key().toString(),
                    "-subj",
                    "/CN=x",
                    "-out",
                    certificate().toString());
            try (ForumFixture forum = withFiles();
                    RespClient client = TlsClient.connect(forum.port())) {
                assertThat(client.ask("PING")).as(String.join(" ", command)).isEqualTo("+PONG");
            }
        }
    }

    private static void run(String... command) throws Exception {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            assertThat(process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0)
                    .isTrue();
        } catch (IOException noSuchTool) {
            Assumptions.abort("openssl is not installed");
        }
    }

    @Test
    void anOldVersionNoiseAndAHelloInsideTlsEndAtOnce() throws Exception {
        try (ForumFixture forum = selfSigned()) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), forum.port())) {
                socket.getOutputStream().write(new byte[] {0x16, 3, 1, 0, 5, 1, 2, 3, 4, 5, 6});
                assertThat(socket.getInputStream().readAllBytes()).hasSizeLessThan(20);
            }
            try (RespClient inside = TlsClient.connect(forum.port())) {
                inside.sendRaw(new byte[] {0x16, 3, 1, 0, 5});
                assertThat(inside.reply()).isEqualTo(RespClient.END);
            }
            assertThat(forum.connect().ask("PING")).isEqualTo("+PONG");
            assertThat(forum.log().lines()).noneMatch(line -> line.level() == System.Logger.Level.ERROR);
        }
    }

    @Test
    void withoutTlsAHelloEndsAtOnce() throws Exception {
        try (ForumFixture forum = ForumFixture.start(new MemoryStorageProvider());
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), forum.port())) {
            socket.getOutputStream().write(new byte[] {0x16, 3, 1, 0, 5, 1, 2, 3, 4, 5});
            assertThat(socket.getInputStream().readAllBytes()).isEmpty();
        }
    }

    @Test
    void fromAnotherMachineNoPasswordIsTakenInTheClear() throws Exception {
        InetAddress here = NetworkInterface.networkInterfaces()
                .filter(network -> !network.getName().startsWith(OtherHost.CABLE))
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .findFirst()
                .orElseGet(() -> Assumptions.abort("this machine has no address but loopback"));
        String refused = "-NOTLS Log in through TLS: passwords are not taken in the clear from another machine";
        try (ForumFixture forum = ForumFixture.start(
                        new MemoryStorageProvider(),
                        c -> c.withNetwork(network -> network.movedTo(new InetSocketAddress("0.0.0.0", 0))
                                .with(new Tls.SelfSigned())));
                RespClient client = RespClient.connect(here, forum.port())) {
            assertThat(client.ask("LOGIN-N", "mike")).isEqualTo(refused);
            assertThat(client.ask("AUTH", "mike", "secret")).isEqualTo(refused);
            assertThat(client.ask("HELLO", "3", "AUTH", "mike", "secret")).isEqualTo(refused);
            assertThat(client.ask("HELLO", "3")).contains("\"proto\": :3");
            assertThat(client.ask("PING")).isEqualTo("+PONG");
            assertThat(forum.connect().ask("LOGIN-N", "mike")).isEqualTo("+NU");
            try (Socket json = new Socket(here, forum.port())) {
                json.getOutputStream().write("{\"type\":\"login-N\",\"username\":\"mike\"}".getBytes(US_ASCII));
                assertThat(json.getInputStream().readAllBytes()).isEmpty();
            }
        }
    }
}
