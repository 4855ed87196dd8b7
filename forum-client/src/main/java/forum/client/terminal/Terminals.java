package forum.client.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;

/** Open the terminal of this process. */
final class Terminals {

    private static final Size USUAL_SIZE = Size.of(80, 24);

    /** Leave a signal to the program that has the terminal meanwhile; it reaches that one, too. */
    static final Terminal.SignalHandler NOT_OURS = _ -> {};

    private Terminals() {}

    /** Open it; it stays as it was until somebody reads from it. */
    static Terminal open(String type) {
        knowWithoutAsking(type);
        try {
            Terminal terminal = TerminalBuilder.builder()
                    .name("forum")
                    .type(type)
                    .system(true)
                    .dumb(true)
                    .encoding(StandardCharsets.UTF_8)
                    .build();
            if (terminal.getColumns() <= 0 || terminal.getRows() <= 0) {
                terminal.setSize(USUAL_SIZE); // a line of a terminal without width cannot be drawn
            }
            return terminal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JLine starts a process to ask for the abilities of a terminal, which it knows of the usual ones. */
    private static void knowWithoutAsking(String type) {
        String relative = type.startsWith("tmux") ? type.replaceFirst("tmux", "screen") : type;
        Optional.ofNullable(InfoCmp.getDefaultInfoCmp(relative))
                .ifPresent(abilities -> InfoCmp.setLoadedInfoCmp(type, abilities));
    }
}
