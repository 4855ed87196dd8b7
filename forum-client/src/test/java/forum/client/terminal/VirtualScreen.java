package forum.client.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jline.terminal.Terminal;
import org.jline.utils.ScreenTerminal;

/** Stand in for a terminal emulator: keys go in, and the screen can be read. */
final class VirtualScreen {

    static final int COLUMNS = 80;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ScreenTerminal.VirtualTerminal virtual;

    VirtualScreen() {
        try {
            virtual = ScreenTerminal.withTerminal("test", "xterm-256color", COLUMNS, 24);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Terminal terminal() {
        return virtual.terminal();
    }

    void type(String keys) {
        try {
            virtual.terminal().processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Wait until the screen shows that, and give what else it shows. */
    String await(String text) throws InterruptedException {
        return await("'" + text + "'", screen -> screen.contains(text.stripTrailing()));
    }

    /** Press a key until the screen shows that: what is asked for in the background comes when it comes. */
    String press(String key, String text) throws InterruptedException {
        for (int i = 0; i < 20 && !isSoon(screen -> screen.contains(text), Duration.ofMillis(500)); i++) {
            type(key);
        }
        return await(text);
    }

    /** Wait until the screen is like that. */
    String await(String what, Predicate<String> like) throws InterruptedException {
        if (!isSoon(like, PATIENCE)) {
            throw new AssertionError("The screen did not show " + what + " but\n" + text());
        }
        return text();
    }

    private boolean isSoon(Predicate<String> like, Duration patience) throws InterruptedException {
        ScreenTerminal screen = virtual.screen();
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (screen) {
            while (!like.test(text())) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                screen.wait(left);
            }
            return true;
        }
    }

    private String text() {
        return virtual.screen()
                .toString()
                .lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .stripTrailing();
    }
}
