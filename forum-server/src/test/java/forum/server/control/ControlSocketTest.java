package forum.server.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import forum.api.storage.StorageException;
import forum.api.storage.StorageException.Fault;
import forum.server.control.Order.Result;
import forum.server.log.OperatorLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Give orders over {@code control.sock}, and attack it a little. */
class ControlSocketTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    /** Say the words given back, one a line. */
    private static final Order ECHO = order("echo", (words, report) -> {
        report.progress("echoing");
        words.forEach(report::line);
        return new Result.Done();
    });

    @TempDir
    private Path data;

    @Test
    void anOrderIsCarriedOutAndReported() throws IOException {
        try (ControlSocket _ = serve(ECHO)) {
            Told told = new Told();
            assertThat(order(told, "echo", "one", "zwei 2")).isEqualTo(new Result.Done());
            assertThat(told.all).containsExactly("(echoing)", "one", "zwei 2");
        }
    }

    @Test
    void whatIsToldCannotHarmATerminal() throws IOException {
        try (ControlSocket _ = serve(ECHO)) {
            Told told = new Told();
            order(told, "echo", "\u001b[2J\r\n+OK\r\n");
            assertThat(told.all).containsExactly("(echoing)", "\\x1b[2J\\x0d\\x0a+OK\\x0d\\x0a");
        }
    }

    @Test
    void aRefusalIsToldInOneSentence() throws IOException {
        Order no = order("no", (_, _) -> new Result.Refused("It cannot\nbe done"));
        Order broken = order("broken", (_, _) -> {
            throw new StorageException(Fault.IO, "The disk failed");
        });
        Order bug = order("bug", (_, _) -> {
            throw new IllegalStateException("secret");
        });
        try (ControlSocket _ = serve(no, broken, bug)) {
            assertThat(order(new Told(), "no")).isEqualTo(new Result.Refused("It cannot\\x0abe done"));
            assertThat(order(new Told(), "broken")).isEqualTo(new Result.Refused("The disk failed"));
            assertThat(order(new Told(), "bug"))
                    .isEqualTo(new Result.Refused("The order failed; the server's log says more"));
            assertThat(order(new Told(), "dance")).isEqualTo(new Result.Refused("This server knows no order dance"));
        }
    }

    @Test
    void onlyTheOwnerMayConnectAndNothingElseIsLeft() throws IOException {
        try (ControlSocket _ = serve(ECHO)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("control.sock"))))
                    .isEqualTo("rw-------");
            assertThat(files()).containsExactly("control.sock");
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void whatAKilledServerLeftIsReplaced() throws IOException {
        new SocketFile(data).bind().close();
        Files.createDirectory(data.resolve("control.new"));
        Files.createFile(data.resolve("control.new/control.sock"));
        assertThat(ControlClient.connect(data)).isEmpty();
        try (ControlSocket _ = serve(ECHO)) {
            assertThat(order(new Told(), "echo")).isEqualTo(new Result.Done());
        }
    }

    @Test
    void withoutAServerNobodyAnswers() throws IOException {
        assertThat(ControlClient.connect(data)).isEmpty();
    }

    @Test
    void aFolderMayHaveALongPath() throws IOException {
        Path deep = Files.createDirectories(data.resolve("d".repeat(200)).resolve("e".repeat(200)));
        try (ControlSocket socket = ControlSocket.in(deep, List.of(ECHO), log())) {
            socket.start();
            try (ControlClient client = ControlClient.connect(deep).orElseThrow()) {
                assertThat(client.order(List.of("echo"), new Told())).isEqualTo(new Result.Done());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n\r\n",
                "*1\r\n$999999999\r\n",
                "*999999999\r\n",
                "*0\r\n",
                "+echo\r\n",
                "*1\r\n:5\r\n",
                "\u0000\u0001\u0002\r\n",
                "*1\r\n*1\r\n*1\r\n$4\r\necho\r\n"
            })
    void garbageIsAnsweredAndClosed(String garbage) throws IOException {
        try (ControlSocket _ = serve(ECHO);
                SocketChannel raw = raw()) {
            raw.write(ByteBuffer.wrap(garbage.getBytes(StandardCharsets.UTF_8)));
            assertThat(toItsEnd(raw)).startsWith("-PROTOCOL ").endsWith("\r\n");
            assertThat(order(new Told(), "echo")).isEqualTo(new Result.Done());
        }
    }

    @Test
    void aLineWithoutAnEndTakesNoMemory() throws IOException {
        try (ControlSocket _ = serve(ECHO);
                SocketChannel raw = raw()) {
            ByteBuffer zeros = ByteBuffer.allocate(1 << 20);
            assertThatThrownBy(() -> {
                        while (true) {
                            raw.write(zeros.clear());
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void whoSaysNothingIsCutOff() throws IOException {
        try (ControlSocket socket = new ControlSocket(data, List.of(ECHO), log(), Duration.ofMillis(50))) {
            socket.start();
            try (SocketChannel silent = raw()) {
                silent.write(ByteBuffer.wrap("*2\r\n$4\r\necho".getBytes(StandardCharsets.UTF_8)));
                assertThat(toItsEnd(silent)).isEmpty();
            }
        }
    }

    @Test
    void whoReadsNothingIsCutOffAndItsOrderEnds() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        Order endless = order("endless", (_, report) -> {
            try {
                while (true) {
                    report.line("still here");
                }
            } finally {
                ended.countDown();
            }
        });
        try (ControlSocket socket = new ControlSocket(data, List.of(endless), log(), Duration.ofMillis(50))) {
            socket.start();
            try (SocketChannel deaf = raw()) {
                deaf.write(ByteBuffer.wrap("*1\r\n$7\r\nendless\r\n".getBytes(StandardCharsets.UTF_8)));
                ended.await();
            }
        }
    }

    @Test
    void theEndOfTheServerBreaksOrdersOff() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Order endless = order("endless", (_, report) -> {
            try {
                while (true) {
                    report.progress("still here");
                    begun.countDown();
                }
            } finally {
                ended.countDown();
            }
        });
        try (ExecutorService operator = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Result> waiting;
            try (ControlSocket _ = serve(endless)) {
                waiting = operator.submit(() -> order(new Told(), "endless"));
                begun.await();
            }
            assertThat(ended.getCount()).isZero();
            assertThatThrownBy(waiting::get).cause().isInstanceOf(IOException.class);
        }
    }

    @Test
    void aThousandOrdersAtOnceAreAllCarriedOut() throws Exception {
        try (ControlSocket _ = serve(ECHO);
                ExecutorService operators = Executors.newFixedThreadPool(50)) {
            List<Callable<Result>> orders = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                String word = Integer.toString(i);
                orders.add(() -> {
                    Told told = new Told();
                    Result result = order(told, "echo", word);
                    assertThat(told.all).containsExactly("(echoing)", word);
                    return result;
                });
            }
            for (Future<Result> order : operators.invokeAll(orders)) {
                assertThat(order.get()).isEqualTo(new Result.Done());
            }
        }
    }

    @Test
    void moreSilentConnectionsThanAreServedStopNoOrder() throws IOException {
        try (ControlSocket socket = new ControlSocket(data, List.of(ECHO), log(), Duration.ofMillis(200))) {
            socket.start();
            List<SocketChannel> silent = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                silent.add(raw());
            }
            assertThat(order(new Told(), "echo")).isEqualTo(new Result.Done());
            for (SocketChannel channel : silent) {
                channel.close();
            }
        }
    }

    private ControlSocket serve(Order... orders) throws IOException {
        ControlSocket socket = new ControlSocket(data, List.of(orders), log(), LONG);
        socket.start();
        return socket;
    }

    private Result order(Report report, String... words) throws IOException {
        try (ControlClient client = ControlClient.connect(data).orElseThrow()) {
            return client.order(List.of(words), report);
        }
    }

    private SocketChannel raw() throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(data.resolve("control.sock")));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static String toItsEnd(SocketChannel channel) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Channels.newInputStream(channel).transferTo(all);
        return all.toString(StandardCharsets.UTF_8);
    }

    private static OperatorLog log() {
        return new OperatorLog(Silence::new, true);
    }

    private static Order order(String word, Carrying carrying) {
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
    private interface Carrying {
        Result run(List<String> arguments, Report report);
    }

    /** Keep what is told; what passes in brackets. */
    private static final class Told implements Report {
        private final List<String> all = new ArrayList<>();

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
