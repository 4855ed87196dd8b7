package forum.tests.image;

import forum.testkit.Timeouts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/**
 * Be a terminal emulator: a tmux of its own, on a socket of its own, in control mode, so that it tells when something
 * appears on a screen.
 */
final class Tmux implements AutoCloseable {

    private final Process process;
    private final Writer commands;
    private final LinkedBlockingQueue<List<String>> answers = new LinkedBlockingQueue<>();
    private final Set<Window> windows = ConcurrentHashMap.newKeySet();
    private long outputs;

    private Tmux(Process process) {
        this.process = process;
        this.commands = process.outputWriter(StandardCharsets.UTF_8);
        Thread.ofPlatform().daemon().start(this::read);
    }

    /** Start it, with its socket in that folder; where there is no tmux, what needs it is skipped. */
    static Tmux start(Path folder) throws InterruptedException {
        try {
            new ProcessBuilder("tmux", "-V").start().waitFor();
        } catch (IOException missing) {
            Assumptions.abort("tmux is not installed: what is seen on a terminal is not tested");
        }
        String socket = folder.resolve("tmux").toString();
        try {
            Tmux tmux = new Tmux(
                    new ProcessBuilder("tmux", "-u", "-S", socket, "-f", "/dev/null", "-C", "new-session", "cat")
                            .redirectErrorStream(true)
                            .start());
            tmux.answer();
            tmux.ask("set-option", "-g", "default-shell", "/bin/sh");
            tmux.ask("set-option", "-s", "escape-time", "0");
            return tmux;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Run a program on a screen of 80 columns and 24 rows, with a new environment. */
    Window open(Path folder, Map<String, String> environment, List<String> program) throws InterruptedException {
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "PATH", System.getenv("PATH"),
                "HOME", folder.toString(),
                "TERM", "tmux-256color",
                "LC_ALL", "C.UTF-8",
                "TZ", "UTC"));
        all.putAll(environment);
        // What the program leaves of the terminal is shown behind its status
        String script =
                "trap : INT; before=$(stty -g); \"$@\"; echo \"(status $?)\"; [ \"$before\" = \"$(stty -g)\" ] && echo '(sane)';"
                        + " exec cat";
        List<String> words = new ArrayList<>(List.of("env", "-i"));
        all.forEach((name, value) -> words.add(name + "=" + value));
        words.addAll(List.of("sh", "-c", script, "sh"));
        words.addAll(program);
        String command = words.stream().map(Tmux::quoted).collect(Collectors.joining(" "));
        String[] ids = ask("new-window", "-d", "-P", "-F", "#{window_id} #{pane_pid}", "-c", folder.toString(), command)
                .getFirst()
                .split(" ");
        Window window = new Window(this, ids[0], Long.parseLong(ids[1]));
        windows.add(window);
        window.resize(80, 24);
        return window;
    }

    /** Give tmux a command, and give its answer. */
    synchronized List<String> ask(String... words) throws InterruptedException {
        try {
            for (String word : words) {
                commands.write(quoted(word) + " ");
            }
            commands.write("\n");
            commands.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer();
    }

    /** Count what has appeared on any screen. */
    long outputs() {
        synchronized (answers) {
            return outputs;
        }
    }

    /** Wait until something has appeared since then, or for some time. */
    void awaitOutput(long seen, long millis) throws InterruptedException {
        synchronized (answers) {
            if (outputs == seen) {
                answers.wait(millis);
            }
        }
    }

    /** Close all windows that are open. */
    void closeWindows() throws InterruptedException {
        for (Window window : windows) {
            window.close();
        }
    }

    void closed(Window window) {
        windows.remove(window);
    }

    @Override
    public void close() {
        try {
            closeWindows();
            commands.write("kill-server\n");
            commands.close();
            process.waitFor();
        } catch (IOException ended) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> answer() throws InterruptedException {
        List<String> answer = answers.poll(Timeouts.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (answer == null) {
            throw new AssertionError("tmux does not answer");
        }
        return answer;
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> block = new ArrayList<>();
            boolean inBlock = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("%begin ")) {
                    inBlock = true;
                } else if (inBlock && (line.startsWith("%end ") || line.startsWith("%error "))) {
                    answers.add(List.copyOf(block));
                    block.clear();
                    inBlock = false;
                } else if (inBlock) {
                    block.add(line);
                } else {
                    noticed();
                }
            }
        } catch (IOException ended) {
            noticed();
        }
    }

    private void noticed() {
        synchronized (answers) {
            outputs++;
            answers.notifyAll();
        }
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\"'\"'").replace("\n", "'\"\\n\"'") + "'";
    }
}
