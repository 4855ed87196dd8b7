package forum.tests.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import forum.client.net.Address;
import forum.client.net.Connection;
import forum.client.net.ConnectionException;
import forum.client.net.Fingerprint;
import forum.client.net.KnownHosts;
import forum.client.net.Trust;
import forum.client.net.UntrustedException;
import forum.server.Tls;
import forum.testkit.ForumFixture;
import forum.testkit.storage.MemoryStorageProvider;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The client is shown certificates: right, expired, for another host, swapped, of nobody. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UnknownServersTest {

    private static final Instant TOMORROW = Instant.now().plus(Duration.ofDays(1));
    private static final Instant YESTERDAY = Instant.now().minus(Duration.ofDays(1));

    @TempDir
    private Path folder;

    @AfterEach
    void trustTheSystemAgain() {
        System.clearProperty("javax.net.ssl.trustStore");
        System.clearProperty("javax.net.ssl.trustStorePassword");
    }

    private ForumFixture serve(Issued issued) throws Exception {
        Path certificate = folder.resolve("cert.pem");
        Path key = folder.resolve("key.pem");
        issued.writeCertificate(certificate);
        issued.writeKey(key);
        return ForumFixture.start(
                new MemoryStorageProvider(),
                c -> c.withNetwork(network -> network.with(new Tls.Files(certificate, key))));
    }

    private Path knownHosts() {
        return folder.resolve("known_hosts");
    }

    private Address address(ForumFixture forum) {
        return Address.parse("forums://localhost:" + forum.port())
                .trusting(new Trust(Optional.of(knownHosts()), Optional.empty()));
    }

    private static void connect(Address address) throws ConnectionException {
        Connection.open(address).close();
    }

    private static UntrustedException refused(Address address) {
        return catchThrowableOfType(UntrustedException.class, () -> connect(address));
    }

    private Issued authority() throws Exception {
        Issued authority = Issued.bySelf("CN=authority", "authority");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry(
                "authority",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(authority.certificate())));
        Path file = folder.resolve("authorities.p12");
        try (var out = Files.newOutputStream(file)) {
            store.store(out, "changeit".toCharArray());
        }
        System.setProperty("javax.net.ssl.trustStore", file.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", "changeit");
        return authority;
    }

    @Test
    void whatAnAuthorityVouchesForIsTrusted() throws Exception {
        try (ForumFixture forum = serve(authority().vouchFor("localhost", TOMORROW))) {
            connect(address(forum));
        }
    }

    @Test
    void anotherHostsCertificateIsRefused() throws Exception {
        try (ForumFixture forum = serve(authority().vouchFor("example.org", TOMORROW))) {
            UntrustedException why = refused(address(forum));
            assertThat(why.sentence()).contains("is not to be trusted").contains("localhost");
            assertThat(why.fingerprint()).isEmpty();
        }
    }

    @Test
    void anExpiredOneIsRefused() throws Exception {
        try (ForumFixture forum = serve(authority().vouchFor("localhost", YESTERDAY))) {
            UntrustedException why = refused(address(forum));
            assertThat(why.sentence())
                    .contains("it is valid from")
                    .contains(YESTERDAY.toString().substring(0, 10));
            assertThat(why.fingerprint()).isEmpty();
        }
    }

    @Test
    void anExpiredSelfSignedOneIsRefusedToo() throws Exception {
        try (ForumFixture forum = serve(Issued.bySelf("CN=x", "localhost", YESTERDAY))) {
            assertThat(refused(address(forum)).fingerprint()).isEmpty();
        }
    }

    @Test
    void anAuthorityThatNobodyKnowsIsRefused() throws Exception {
        Issued stranger = Issued.bySelf("CN=stranger", "stranger");
        try (ForumFixture forum = serve(stranger.vouchFor("localhost", TOMORROW))) {
            assertThat(refused(address(forum)).fingerprint()).isEmpty();
        }
    }

    @Test
    void aSelfSignedOneIsTrustedOnceItIsKnown() throws Exception {
        try (ForumFixture forum = serve(Issued.bySelf("CN=x", "localhost"))) {
            UntrustedException why = refused(address(forum));
            assertThat(why.sentence()).contains(why.fingerprint().orElseThrow());
            new KnownHosts(knownHosts()).add(address(forum), why.fingerprint().orElseThrow());
            connect(address(forum));
        }
    }

    @Test
    void aSwappedOneIsALoudStop() throws Exception {
        try (ForumFixture forum = serve(Issued.bySelf("CN=x", "localhost"))) {
            new KnownHosts(knownHosts()).add(address(forum), "SHA256:00");
            UntrustedException why = refused(address(forum));
            assertThat(why.sentence())
                    .contains("HAS CHANGED ITS CERTIFICATE")
                    .contains("SHA256:00")
                    .contains(knownHosts().toString());
            assertThat(why.fingerprint()).isEmpty();
        }
    }

    @Test
    void theFingerprintThatWasAskedForIsEnoughAndNoOtherIs() throws Exception {
        try (ForumFixture forum = serve(Issued.bySelf("CN=x", "elsewhere", YESTERDAY))) {
            Address address = address(forum);
            String other = Fingerprint.parse("0".repeat(64));
            assertThat(refused(address.trusting(new Trust(Optional.empty(), Optional.of(other))))
                            .sentence())
                    .contains("does not have the fingerprint");
            String shown = "SHA256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256")
                                    .digest(TlsClient.certificate(forum.port()).getEncoded()));
            connect(address.trusting(new Trust(Optional.empty(), Optional.of(Fingerprint.parse(shown)))));
        }
    }

    @Test
    void aServerWithoutTlsIsNoSecret() {
        try (ForumFixture forum = ForumFixture.start(new MemoryStorageProvider())) {
            ConnectionException why = catchThrowableOfType(ConnectionException.class, () -> connect(address(forum)));
            assertThat(why.ending().toString()).contains("No TLS with localhost");
        }
    }
}
