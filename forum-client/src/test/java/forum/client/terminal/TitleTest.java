package forum.client.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;

class TitleTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void noNameBreaksOutOfTheTitle() throws Exception {
        assertThat(shown("xterm-256color", "\u0007\u001b[2J\u009b2J\u202e\n@host"))
                .isEqualTo("\u001b[22;2t\u001b]2;\\x07\\x1b[2J\\x9b2J\\u202e\\x0a@host\u0007\u001b[23;2t");
    }

    @Test
    void aTerminalWithoutAWindowGetsNoTitle() throws Exception {
        assertThat(shown("vt100", "mike")).isEmpty();
    }

    private String shown(String type, String text) throws IOException {
        try (Terminal terminal =
                new DumbTerminal("test", type, InputStream.nullInputStream(), out, StandardCharsets.UTF_8)) {
            Title title = new Title(terminal, new LastWords());
            title.show(text);
            title.close();
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
