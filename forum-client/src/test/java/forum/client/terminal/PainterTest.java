package forum.client.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import forum.client.reply.Content;
import forum.client.reply.Entry;
import forum.client.reply.Units;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class PainterTest {

    private final Painter painter =
            new Painter(new Palette(false), new Units(InstantSource.fixed(Instant.EPOCH), () -> ZoneOffset.UTC));

    @Test
    void messagesOfNothingButLineFeedsDoNotFillTheMemory() {
        List<AttributedString> lines = painter.paint(entries(10, "\n".repeat(65_535)), 80);
        assertThat(lines).hasSize(500_001);
        assertThat(lines.getLast()).hasToString("The answer is too large to be shown whole; ask for a part of it");
    }

    @Test
    void aTextThatNoForumHasIsCut() {
        List<AttributedString> lines = painter.paint(entries(1, "x".repeat(3_000_000)), 80);
        assertThat(lines).hasSizeBetween(1_048_576 / 80, 1_048_576 / 70);
        assertThat(lines.getLast().toString()).endsWith("x …  just now");
    }

    @Test
    void whatLeavesRoomForAnotherLineIsShorterThanTheScreen() {
        assertThat(painter.isShorter(entries(3, "x"), 80, 4)).isTrue();
        assertThat(painter.isShorter(entries(3, "x"), 80, 3)).isFalse();
        assertThat(painter.isShorter(entries(1, "x\ny\nz"), 80, 3)).isFalse();
    }

    private static Content entries(int count, String text) {
        return new Content.Entries(
                "", Collections.nCopies(count, new Entry.Message(1, 2, "eve", Instant.EPOCH, false, text)));
    }
}
