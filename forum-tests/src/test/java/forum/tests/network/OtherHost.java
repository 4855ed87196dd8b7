package forum.tests.network;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Another host on this machine: a network namespace behind a cable that can be cut without either side hearing of it.
 *
 * <p>Needs root and iproute2; a test that asks for one without them is skipped, and says so.
 */
public final class OtherHost implements AutoCloseable {

    /** How the names of our ends begin; they come and go while other tests run. */
    public static final String CABLE = "fn";

    private static final String NETWORK = "10.213." + ProcessHandle.current().pid() % 250 + ".";

    private final String name = "forum" + ProcessHandle.current().pid();
    private final String near = CABLE + ProcessHandle.current().pid();
    private final String far = "ff" + ProcessHandle.current().pid();
    private Process client;

    private OtherHost() {}

    static OtherHost start() throws IOException {
        OtherHost host = new OtherHost();
        assumeTrue(
                succeeds("ip", "netns", "add", host.name), "no network namespace can be made: needs root and iproute2");
        run("ip", "link", "add", host.near, "type", "veth", "peer", "name", host.far, "netns", host.name);
        run("ip", "addr", "add", NETWORK + "1/24", "dev", host.near);
        run("ip", "link", "set", host.near, "up");
        run("ip", "-n", host.name, "addr", "add", NETWORK + "2/24", "dev", host.far);
        run("ip", "-n", host.name, "link", "set", host.far, "up");
        return host;
    }

    /** Give this machine's address on the cable. */
    static InetAddress nearEnd() throws IOException {
        return InetAddress.getByName(NETWORK + "1");
    }

    /** Connect from there, send lines, and wait for as many lines back; the connection stays open. */
    List<String> talk(int port, String... lines) throws IOException {
        String script = "exec 3<>/dev/tcp/%s1/%d; for line; do printf '%%s\\r\\n' \"$line\" >&3; done; cat <&3"
                .formatted(NETWORK, port);
        List<String> command = new ArrayList<>(List.of("ip", "netns", "exec", name, "bash", "-c", script, "-"));
        command.addAll(List.of(lines));
        client = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader answers = client.inputReader();
        List<String> received = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            received.add(answers.readLine());
        }
        awaitAcknowledgement(port);
        return received;
    }

    /** Wait until that host's system has confirmed what it got: TCP tests only connections with nothing on the way. */
    private static void awaitAcknowledgement(int port) throws IOException {
        while (connections(port).anyMatch(connection -> !connection[4].startsWith("00000000:"))) {
            Thread.onSpinWait();
        }
    }

    private static Stream<String[]> connections(int port) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(Path.of("/proc/net/tcp")));
        lines.addAll(Files.readAllLines(Path.of("/proc/net/tcp6")));
        return lines.stream()
                .map(line -> line.trim().split("\\s+"))
                .filter(fields -> fields[1].endsWith(":%04X".formatted(port)) && fields[3].equals("01"));
    }

    /** Cut the cable: nothing arrives any more, and nobody is told. */
    void vanish() throws IOException {
        run("ip", "-n", name, "link", "set", far, "down");
    }

    @Override
    public void close() throws IOException {
        if (client != null) {
            client.destroyForcibly();
        }
        run("ip", "link", "del", near);
        run("ip", "netns", "del", name);
    }

    private static void run(String... command) throws IOException {
        if (!succeeds(command)) {
            throw new IOException("Failed: " + String.join(" ", command));
        }
    }

    private static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .onExit()
                            .join()
                            .exitValue()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
