package forum.tests.image;

import forum.testkit.RecordedLog;
import forum.testkit.RespClient;
import forum.testkit.Timeouts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Run the server's image as an operator does, on a free port. */
final class ServerProcess implements AutoCloseable {

    static final String ADMIN_PASSWORD = "letmein";

    private static final Pattern STARTED = Pattern.compile(".*starting up on 127\\.0\\.0\\.1:(\\d+)");

    private final Process process;
    private final RecordedLog output = new RecordedLog();
    private final Thread reader;
    private final List<RespClient> clients = new ArrayList<>();
    private final int port;

    private ServerProcess(Process process) throws InterruptedException {
        this.process = process;
        this.reader = Thread.ofVirtual().start(this::readOutput);
        int started = output.await(0, line -> STARTED.matcher(line).matches() || !process.isAlive(), "the start");
        Matcher line = STARTED.matcher(output.lines().get(started).text());
        if (!line.matches()) {
            throw new AssertionError("The server does not start:\n" + output);
        }
        this.port = Integer.parseInt(line.group(1));
    }

    static ServerProcess start(Path data, String... options) throws InterruptedException {
        return start(Images.server(), data, options);
    }

    /** Start it by another path to the same program. */
    static ServerProcess start(Path program, Path data, String... options) throws InterruptedException {
        return start(program, Map.of(), data, options);
    }

    /** Start it in an environment to which something is added. */
    static ServerProcess start(Map<String, String> environment, Path data, String... options)
            throws InterruptedException {
        return start(Images.server(), environment, data, options);
    }

    private static ServerProcess start(Path program, Map<String, String> environment, Path data, String... options)
            throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString(), "--data", data.toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("0", ADMIN_PASSWORD));
        try {
            ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
            process.environment().putAll(environment);
            return new ServerProcess(process.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** Connect a client, which is closed with the server. */
    RespClient connect() {
        RespClient client = RespClient.connect(port);
        clients.add(client);
        return client;
    }

    /** Give what it wrote, on both streams. */
    RecordedLog output() {
        return output;
    }

    /** End it as a power cut does: SIGKILL. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Ask it to end: SIGTERM; {@link Process#destroy} would close its output, too. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** Ask it to end as Ctrl-C does: SIGINT. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    /** Wait for its end and the end of its output, and give its exit status. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(Timeouts.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The server does not end:\n" + output);
        }
        reader.join();
        return process.exitValue();
    }

    @Override
    public void close() {
        clients.forEach(RespClient::close);
        kill();
    }

    private void readOutput() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.log(Level.INFO, line);
            }
        } catch (IOException e) {
            output.log(Level.INFO, "(its output broke off)");
        }
    }
}
