package forum.storage.fs;

import static forum.testkit.storage.Answers.done;
import static forum.testkit.storage.Answers.lines;
import static forum.testkit.storage.Answers.name;
import static forum.testkit.storage.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import forum.api.storage.Session;
import forum.api.storage.StorageException;
import forum.api.storage.StorageException.Fault;
import forum.testkit.storage.TestForum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fill a real file system of 4 MiB, where one can be mounted: that takes Linux and its administrator. */
final class FullDiskTest {

    private static final String TEXT = "x".repeat(1000);

    @TempDir
    private Path folder;

    private Path disk;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()),
                "A full disk is NOT tested: no tmpfs can be mounted here (run as root on Linux)");
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        run("umount", disk.toString());
    }

    @Test
    void postsAreRefusedWhileTheDiskIsFullAndNothingAcknowledgedIsLost() throws IOException {
        try (TestForum forum = new TestForum(new FsStorageProvider(), disk)) {
            Session yoda = forum.as("yoda");
            done(yoda.create(name("jedi")));
            Path ballast = Files.write(disk.resolve("ballast"), new byte[1 << 20]);
            List<String> acknowledged = new ArrayList<>();

            assertThat(postUntilRefused(yoda, acknowledged).fault()).isEqualTo(Fault.FULL);
            assertThat(acknowledged).isNotEmpty();
            assertThat(lines(forum.as("luke"), "jedi")).isEqualTo(acknowledged);

            Files.delete(ballast);
            int before = acknowledged.size();
            assertThat(postUntilRefused(yoda, acknowledged).fault()).isEqualTo(Fault.FULL);
            assertThat(acknowledged).hasSizeGreaterThan(before);

            forum.reopen();
            assertThat(lines(forum.as("luke"), "jedi")).isEqualTo(acknowledged);
        }
    }

    /** Post and sync, one by one; keep what is then to be read. */
    private static StorageException postUntilRefused(Session session, List<String> acknowledged) {
        return catchThrowableOfType(StorageException.class, () -> {
            while (true) {
                String text = acknowledged.size() + 1 + TEXT;
                done(session.post(name("jedi"), text(text)));
                session.sync();
                acknowledged.add(acknowledged.size() + 1 + " yoda: " + text);
            }
        });
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // there is no such program
        }
    }
}
