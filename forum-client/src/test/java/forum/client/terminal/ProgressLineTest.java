package forum.client.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong now = new AtomicLong();
    private final VirtualScreen screen = new VirtualScreen();

    @AfterEach
    void close() throws Exception {
        screen.terminal().close();
    }

    @Test
    void theLineTellsRateAndTimeLeft() throws Exception {
        try (ProgressLine line = begin("song.ogg")) {
            now.set(2 * SECOND);
            line.moved(20_000_000, 100_000_000);
            screen.await("song.ogg  20 MB of 100 MB  20 %  10 MB/s  8 s left  (Ctrl-C cancels)");
        }
        screen.await("an empty screen", String::isEmpty);
    }

    @Test
    void aLongNameGivesWayAlsoWhenItIsWide() throws Exception {
        try (ProgressLine line = begin("日本".repeat(50))) {
            now.set(2 * SECOND);
            line.moved(20_000_000, 100_000_000);
            String shown = screen.await("…  20 MB of 100 MB  20 %  10 MB/s  8 s left  (Ctrl-C cancels)");
            assertThat(shown.lines()).hasSize(1);
        }
    }

    @Test
    void withoutATotalItTellsWhatHasCome() throws Exception {
        try (ProgressLine line = begin("song.ogg")) {
            now.set(2 * SECOND);
            line.moved(20_000_000, -1);
            screen.await("song.ogg  20 MB  10 MB/s  (Ctrl-C cancels)");
        }
    }

    @Test
    void whatIsQuickShowsNothing() throws Exception {
        try (ProgressLine line = begin("song.ogg")) {
            now.set(SECOND / 3);
            line.moved(100, 100);
        }
        assertThat(screen.await("an empty screen", String::isEmpty)).isEmpty();
    }

    private ProgressLine begin(String name) {
        return ProgressLine.drawn(screen.terminal(), name, () -> {}, now::get);
    }
}
