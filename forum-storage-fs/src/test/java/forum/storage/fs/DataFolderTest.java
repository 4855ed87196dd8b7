package forum.storage.fs;

import static forum.testkit.storage.Answers.bytes;
import static forum.testkit.storage.Answers.done;
import static forum.testkit.storage.Answers.name;
import static forum.testkit.storage.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import forum.api.Content;
import forum.api.Upload;
import forum.api.storage.Credentials;
import forum.api.storage.Session;
import forum.testkit.storage.TestForum;
import forum.testkit.storage.TestUpload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Look at the files that a storage leaves in its folder. */
final class DataFolderTest {

    @TempDir
    private Path folder;

    @Test
    void onlyTheOwnerCanReadWhatIsKept() throws Exception {
        try (TestForum forum = open()) {
            forum.storage().credentials().add(name("yoda"), "secret");
            attach(forum.as("yoda"), TestUpload.of("f", "x"));
            try (Stream<Path> all = Files.walk(folder)) {
                assertThat(all.filter(path -> !path.equals(folder)).toList())
                        .hasSizeGreaterThan(5)
                        .allSatisfy(path -> {
                            String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                            assertThat(permissions).as("%s", path).endsWith("------");
                        });
            }
        }
    }

    @Test
    void noNameBecomesAPath() throws Exception {
        try (TestForum forum = open()) {
            for (String name : List.of("passwd", "a b", "CON", "-rf", "%2e%2e")) {
                attach(forum.as("yoda"), TestUpload.of(name, "x"));
            }
            assertThat(files())
                    .hasSize(5)
                    .allMatch(file -> file.getFileName().toString().matches("[0-9a-f]{16}"));
        }
    }

    @Test
    void aRefusedOrCutUploadLeavesNoFile() throws Exception {
        try (TestForum forum = open()) {
            Session yoda = forum.as("yoda");
            done(yoda.create(name("jedi")));
            assertThatThrownBy(() -> yoda.attach(name("jedi"), TestUpload.cut("f", new byte[300_000])))
                    .isInstanceOf(Upload.Cut.class);
            TestUpload late = TestUpload.of("g", "x").beforeEnd(() -> {
                done(yoda.remove(name("jedi")));
                done(yoda.create(name("jedi")));
            });
            assertThat(refused(yoda.attach(name("jedi"), late)).code()).isEqualTo("NOTHREAD");
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void aRemovedThreadsFilesLeaveTheDisk() throws Exception {
        TestForum forum = open();
        attach(forum.as("yoda"), TestUpload.of("f", "x"));
        done(forum.as("yoda").remove(name("jedi")));
        assertThat(files()).hasSize(1);
        forum.stop();
        assertThat(files()).isEmpty();
    }

    @Test
    void whatACrashLeftIsSwept() throws Exception {
        FaultyDisk disk = new FaultyDisk();
        TestForum forum = new TestForum(new FsStorageProvider(disk), folder);
        Session yoda = forum.as("yoda");
        attach(yoda, TestUpload.of("kept", "x"));
        yoda.sync();
        assertThatThrownBy(() ->
                        yoda.attach(name("jedi"), TestUpload.of("half", "x").beforeEnd(disk::switchOff)))
                .isInstanceOf(RuntimeException.class);
        CrashTest.abandon(disk, forum);
        assertThat(files()).hasSize(2);
        try (TestForum reopened = open()) {
            assertThat(files()).hasSize(1);
            try (Content content = done(reopened.as("yoda").open(name("jedi"), name("kept")))) {
                assertThat(bytes(content)).hasSize(1);
            }
            attach(reopened.as("yoda"), TestUpload.of("next", "y"));
            assertThat(files()).hasSize(2);
        }
    }

    @Test
    void checkFindsAFileThatWasChanged() throws Exception {
        try (TestForum forum = open()) {
            attach(forum.as("yoda"), TestUpload.of("f", "abc"));
            forum.stop();
            List<String> report = new ArrayList<>();
            assertThat(new FsStorageProvider().check(forum.config(), report::add))
                    .isTrue();
            Files.writeString(files().getFirst(), "abd");
            assertThat(new FsStorageProvider().check(forum.config(), report::add))
                    .isFalse();
            assertThat(report.toString()).contains("another checksum");
            Files.delete(files().getFirst());
            assertThat(new FsStorageProvider().check(forum.config(), report::add))
                    .isFalse();
            assertThat(report.toString()).contains("is missing");
            new FsStorageProvider().repair(forum.config(), report::add);
            assertThat(new FsStorageProvider().check(forum.config(), report::add))
                    .isTrue();
            forum.reopen();
            assertThat(done(forum.as("yoda").files(name("jedi")))).isEmpty();
        }
    }

    @Test
    void theSeedsCredentialsAreTaken() throws Exception {
        Path file = folder.resolve("credentials.txt");
        Files.writeString(file, "yoda jedi*knight\r\nluke two words\n\nnobody\nleia x");
        try (TestForum forum = open()) {
            Credentials credentials = forum.storage().credentials();
            assertThat(credentials.names()).containsExactly(name("yoda"), name("luke"), name("leia"));
            assertThat(credentials.find(name("yoda"))).contains("jedi*knight");
            assertThat(credentials.find(name("luke"))).contains("two words");
            assertThat(credentials.replace(name("yoda"), "jedi*knight", "$hash"))
                    .isTrue();
        }
        assertThat(file).content().isEqualTo("yoda $hash\nluke two words\nleia x\nnobody\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileGoesToASocketInWhole() throws Exception {
        byte[] bytes = new byte[2_000_000];
        new Random(1).nextBytes(bytes);
        try (TestForum forum = open();
                ServerSocketChannel server = ServerSocketChannel.open()) {
            attach(forum.as("yoda"), TestUpload.of("f", bytes));
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Thread sender = Thread.ofVirtual().start(() -> send(server, forum));
            try (SocketChannel client = SocketChannel.open(server.getLocalAddress())) {
                assertThat(client.socket().getInputStream().readAllBytes()).isEqualTo(bytes);
            }
            sender.join();
        }
    }

    private static void send(ServerSocketChannel server, TestForum forum) {
        try (SocketChannel target = server.accept();
                Content content = done(forum.as("yoda").open(name("jedi"), name("f")))) {
            for (long sent = 0; sent < content.size(); ) {
                sent += content.transferTo(sent, 512 * 1024, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void attach(Session session, TestUpload upload) throws Exception {
        if (session.thread(name("jedi")).isEmpty()) {
            done(session.create(name("jedi")));
        }
        done(session.attach(name("jedi"), upload));
    }

    private List<Path> files() throws Exception {
        Path files = folder.resolve("files");
        if (!Files.exists(files)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(files)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private TestForum open() {
        return new TestForum(new FsStorageProvider(), folder);
    }
}
