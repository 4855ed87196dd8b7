package forum.storage.fs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import forum.api.Upload;
import forum.storage.fs.FaultyDisk.Operation;
import forum.storage.fs.FaultyDisk.Verdict;
import forum.testkit.storage.TestUpload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receive files that end within, at and behind the edges of what is read at a time, on disks that fail meanwhile. */
final class ReceptionTest {

    private static final int PART = 256 * 1024;
    private static final int LONG = 70 << 20;

    @TempDir
    private Path folder;

    private final FaultyDisk disk = new FaultyDisk();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, PART - 1, PART, PART + 1, 2 * PART, 3 * PART + 7, LONG})
    void whatIsWrittenIsWhatCame(int size) throws IOException {
        byte[] content = content(size);
        Path file = folder.resolve("f");
        String sha256 = Reception.receive(TestUpload.of("f", content), disk, file);
        assertThat(Files.readAllBytes(file)).isEqualTo(content);
        assertThat(sha256)
                .isEqualTo(HexFormat.of().formatHex(AttachmentFiles.sha256().digest(content)));
    }

    @Test
    void manyAtOnceAreEachWhatCame() throws Exception {
        int size = 3 * PART + 7;
        byte[] content = content(size);
        try (ExecutorService uploads = Executors.newFixedThreadPool(20)) {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                Path file = folder.resolve("f" + i);
                all.add(uploads.submit(() -> Reception.receive(TestUpload.of("f", content), disk, file)));
            }
            for (int i = 0; i < 20; i++) {
                assertThat(all.get(i).get())
                        .isEqualTo(HexFormat.of()
                                .formatHex(AttachmentFiles.sha256().digest(content)));
                assertThat(Files.readAllBytes(folder.resolve("f" + i))).isEqualTo(content);
            }
        }
    }

    @Test
    void aLongFileGoesToTheDiskWhileItArrives() throws IOException {
        List<Long> lengths = new ArrayList<>();
        disk.plan((operation, file) -> {
            if (operation == Operation.FORCE) {
                lengths.add(file.toFile().length());
            }
            return Verdict.FINE;
        });
        Reception.receive(TestUpload.of("f", content(LONG)), disk, folder.resolve("f"));
        assertThat(lengths).hasSize(3).isSorted().endsWith((long) LONG);
        assertThat(lengths.getFirst()).isLessThan(LONG);
    }

    @Test
    void aDiskThatFailsMeanwhileFailsTheUpload() {
        AttachmentFiles files = new AttachmentFiles(disk, folder);
        boolean[] failed = {false};
        disk.plan((operation, file) -> {
            boolean first = operation == Operation.FORCE && Files.isRegularFile(file) && !failed[0];
            failed[0] |= first;
            return first ? Verdict.FAILS_BEFORE : Verdict.FINE;
        });
        assertThatThrownBy(() -> files.receive(TestUpload.of("f", content(LONG))))
                .isInstanceOf(IOException.class)
                .hasMessage("Input/output error");
        assertThat(failed[0]).isTrue();
        assertThat(folder.resolve("files").toFile().listFiles())
                .allSatisfy(part -> assertThat(part).isEmptyDirectory());
    }

    @Test
    void ofASenderWhoGoesAwayNothingIsLeft() {
        AttachmentFiles files = new AttachmentFiles(disk, folder);
        assertThatThrownBy(() -> files.receive(TestUpload.cut("f", content(3 * PART))))
                .isInstanceOf(Upload.Cut.class);
        assertThat(folder.resolve("files").toFile().listFiles())
                .allSatisfy(part -> assertThat(part).isEmptyDirectory());
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }
}
