package forum.server.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import forum.server.control.Order.Result;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Be in the way on {@code control.sock}: whoever has something to order is not kept from it. */
class ControlAttackTest extends ControlScene {

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
}
