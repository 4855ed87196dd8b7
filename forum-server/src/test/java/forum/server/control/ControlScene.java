package forum.server.control;

import forum.server.control.Order.Result;
import forum.server.log.OperatorLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** Serve orders over {@code control.sock}, and give them. */
abstract class ControlScene {

    static final Duration LONG = Duration.ofMinutes(1);

    /** Say the words given back, one a line. */
    static final Order ECHO = order("echo", (words, report) -> {
        report.progress("echoing");
        words.forEach(report::line);
        return new Result.Done();
    });

    @TempDir
    Path data;

    ControlSocket serve(Order... orders) throws IOException {
        ControlSocket socket = new ControlSocket(data, List.of(orders), log(), LONG);
        socket.start();
        return socket;
    }

    Result order(Report report, String... words) throws IOException {
        try (ControlClient client = ControlClient.connect(data).orElseThrow()) {
            return client.order(List.of(words), report);
        }
    }

    SocketChannel raw() throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(data.resolve("control.sock")));
    }

    List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    static String toItsEnd(SocketChannel channel) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Channels.newInputStream(channel).transferTo(all);
        return all.toString(StandardCharsets.UTF_8);
    }

    static OperatorLog log() {
        return new OperatorLog(Silence::new, true);
    }

    static Order order(String word, Carrying carrying) {
        return new Order() {
            @Override
            public String word() {
                return word;
            }

            @Override
            public Result run(List<String> arguments, Report report) {
                return carrying.run(arguments, report);
            }
        };
    }

    @FunctionalInterface
    interface Carrying {
        Result run(List<String> arguments, Report report);
    }

    /** Keep what is told; what passes in brackets. */
    static final class Told implements Report {
        final List<String> all = new ArrayList<>();

        @Override
        public void line(String text) {
            all.add(text);
        }

        @Override
        public void progress(String text) {
            all.add("(" + text + ")");
        }
    }
}
