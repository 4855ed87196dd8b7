package forum.client.known;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VisitsTest {

    @TempDir
    private Path folder;

    @Test
    void whatWasReadIsKnownInLaterSessions() {
        Path file = folder.resolve("state/visits");
        Visits.of(file).visited("a b", 12);
        assertThat(Visits.of(file).last("a b")).isEqualTo(12);
        assertThat(Visits.of(file).last("other")).isZero();
    }

    @Test
    void readingAnEarlierPartTakesNothingBack() {
        Visits visits = Visits.of(folder.resolve("visits"));
        visits.visited("a", 12);
        visits.visited("a", 3);
        assertThat(visits.last("a")).isEqualTo(12);
    }

    @Test
    void linesThatAreNoneAreSkipped() throws IOException {
        Path file = Files.writeString(folder.resolve("visits"), "x a\n\n99999999999999999999 b\n7 c\n");
        assertThat(Visits.of(file).last("c")).isEqualTo(7);
        assertThat(Visits.of(file).last("a")).isZero();
    }

    @Test
    void aFileThatCannotBeReadIsNoVisits() throws IOException {
        Path file = Files.write(folder.resolve("visits"), new byte[] {'1', ' ', (byte) 0xff, '\n'});
        assertThat(Visits.of(file).last("a")).isZero();
        Visits inNowhere = Visits.of(Files.createFile(folder.resolve("f")).resolve("visits"));
        inNowhere.visited("a", 1);
        assertThat(inNowhere.last("a")).isEqualTo(1);
    }
}
