package forum.tests.image;

import forum.testkit.Timeouts;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Type on a terminal, and look at its screen. */
final class Window {

    /** What a screen is to be like. */
    @FunctionalInterface
    interface Look {
        boolean isFor(String screen) throws InterruptedException;
    }

    private static final long PATIENCE = Timeouts.PATIENCE.toNanos();
    private static final long LOOK_AGAIN_MILLIS = 300;
    private static final long PRESS_AGAIN = 4_000_000_000L;

    private final Tmux tmux;
    private final String id;
    private final long pid;

    Window(Tmux tmux, String id, long pid) {
        this.tmux = tmux;
        this.id = id;
        this.pid = pid;
    }

    /** Type this as it stands. */
    Window type(String text) throws InterruptedException {
        tmux.ask("send-keys", "-t", id, "-l", text);
        return this;
    }

    /** Press keys, as tmux names them: Enter, Tab, C-c, Up. */
    Window press(String... keys) throws InterruptedException {
        for (String key : keys) {
            tmux.ask("send-keys", "-t", id, key);
        }
        return this;
    }

    /** Type a line, and Enter. */
    Window enter(String line) throws InterruptedException {
        return type(line).press("Enter");
    }

    /** Paste, as a terminal does with what comes from the clipboard. */
    Window paste(String text) throws InterruptedException {
        tmux.ask("set-buffer", text);
        tmux.ask("paste-buffer", "-p", "-t", id);
        return this;
    }

    /** Wait until the screen shows that, and give all of it. */
    String await(String text) throws InterruptedException {
        return await("'" + text + "'", screen -> screen.contains(text));
    }

    /** Wait until the screen shows that, or has shown it: what comes behind it may have pushed it out. */
    void awaitPast(String text) throws InterruptedException {
        await("'" + text + "' in all it has shown", _ -> history().contains(text));
    }

    /** Wait until the screen ends so, and give all of it. */
    String awaitEnd(String text) throws InterruptedException {
        return await("'" + text + "' at its end", screen -> screen.endsWith(text));
    }

    /** Wait until the screen is like that, and give it. */
    String await(String what, Look like) throws InterruptedException {
        return await(what, like, Timeouts.PATIENCE);
    }

    /** The same, for what takes longer. */
    String await(String what, Look like, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            long seen = tmux.outputs();
            String screen = screen();
            if (like.isFor(screen)) {
                return screen;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("The screen did not show " + what + " but\n" + screen);
            }
            tmux.awaitOutput(seen, LOOK_AGAIN_MILLIS);
        }
    }

    /** Press a key again and again until the screen shows that: what is asked for in the background takes its time. */
    String pressUntil(String key, String text) throws InterruptedException {
        for (int i = 0; i < 6 && !screen().contains(text); i++) {
            press(key);
            long again = System.nanoTime() + PRESS_AGAIN;
            while (!screen().contains(text) && System.nanoTime() < again) {
                tmux.awaitOutput(tmux.outputs(), LOOK_AGAIN_MILLIS);
            }
        }
        return await(text);
    }

    /** Give what is on the screen, without the space at the end of lines, and without empty lines at the end. */
    String screen() throws InterruptedException {
        return String.join("\n", tmux.ask("capture-pane", "-p", "-t", id)).stripTrailing();
    }

    private String history() throws InterruptedException {
        return String.join("\n", tmux.ask("capture-pane", "-p", "-S", "-", "-t", id));
    }

    /** Give the same with the escape sequences that draw it. */
    String drawn() throws InterruptedException {
        return String.join("\n", tmux.ask("capture-pane", "-p", "-e", "-t", id)).stripTrailing();
    }

    /** Give the value of one of tmux's formats: what it knows of the terminal. */
    String is(String format) throws InterruptedException {
        return String.join("\n", tmux.ask("display-message", "-p", "-t", id, "#{" + format + "}"));
    }

    /** Give the terminal another size. */
    void resize(int columns, int rows) throws InterruptedException {
        tmux.ask("resize-window", "-t", id, "-x", Integer.toString(columns), "-y", Integer.toString(rows));
    }

    /** End the client that runs on it with a signal, as an operator does; the shells around it live on. */
    void terminate() {
        ProcessHandle.of(pid)
                .orElseThrow()
                .descendants()
                .filter(program -> program.info().command().orElse("").endsWith("/java"))
                .forEach(ProcessHandle::destroy);
    }

    /** Close the terminal, and wait for the end of what runs in it: it may still be writing its files. */
    void close() throws InterruptedException {
        List<ProcessHandle> programs = ProcessHandle.of(pid).stream()
                .flatMap(shell -> Stream.concat(Stream.of(shell), shell.descendants()))
                .toList();
        tmux.closed(this);
        tmux.ask("kill-window", "-t", id);
        for (ProcessHandle program : programs) {
            program.onExit()
                    .completeOnTimeout(program, PATIENCE, TimeUnit.NANOSECONDS)
                    .join();
        }
    }
}
