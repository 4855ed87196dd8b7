package forum.server.control;

import forum.api.Printable;
import forum.api.storage.StorageException;
import forum.api.wire.ProtocolException;
import forum.api.wire.ReplyReader;
import forum.api.wire.WireInput;
import forum.api.wire.WireOutput;
import forum.api.wire.WireValue;
import forum.server.log.OperatorLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Take one order and answer it. Run by one thread; cut off by others. */
final class ControlConnection implements Report {

    /** An order is a few words; a password or a path is the longest of them. */
    private static final int LONGEST_ORDER = 16 * 1024;

    private final SocketChannel channel;
    private final Map<String, Order> orders;
    private final OperatorLog log;
    private final WireOutput out = new WireOutput();
    private volatile Optional<Long> waitingSince = Optional.empty();

    ControlConnection(SocketChannel channel, Map<String, Order> orders, OperatorLog log) {
        this.channel = channel;
        this.orders = orders;
        this.log = log;
        out.protocol(3);
    }

    void run() {
        try (channel) {
            Optional<List<String>> order = read();
            if (order.isPresent()) {
                answer(order.get());
            }
        } catch (ProtocolException e) {
            // the answer is on its way already
        } catch (IOException | UncheckedIOException gone) {
            // whoever gave the order is not there to be told
        }
    }

    /** Close it, whatever it is doing. */
    void cutOff() {
        try {
            channel.close();
        } catch (IOException e) {
            log.warning("A connection to control.sock could not be closed: " + e.getMessage());
        }
    }

    /** Close it if the other side has neither sent its order nor read its answers for long. */
    void cutOffIfStuck(Duration patience) {
        if (waitingSince
                .filter(since -> System.nanoTime() - since > patience.toNanos())
                .isPresent()) {
            cutOff();
        }
    }

    @Override
    public void line(String text) {
        push("line", text);
    }

    @Override
    public void progress(String text) {
        push("progress", text);
    }

    private Optional<List<String>> read() throws IOException {
        waitingSince = Optional.of(System.nanoTime());
        try {
            Optional<WireValue> request = new ReplyReader(new WireInput(channel::read), LONGEST_ORDER).read();
            return request.isPresent() ? Optional.of(words(request.get())) : Optional.empty();
        } catch (ProtocolException e) {
            out.error("PROTOCOL", Printable.line(e.getMessage()));
            send();
            throw e;
        } finally {
            waitingSince = Optional.empty();
        }
    }

    private static List<String> words(WireValue request) throws ProtocolException {
        if (!(request instanceof WireValue.Array(List<WireValue> elements)) || elements.isEmpty()) {
            throw new ProtocolException("an order is an array of strings");
        }
        List<String> words = new ArrayList<>();
        for (WireValue element : elements) {
            if (!(element instanceof WireValue.Bulk word)) {
                throw new ProtocolException("an order is an array of strings");
            }
            words.add(word.text());
        }
        return words;
    }

    private void answer(List<String> words) throws IOException {
        Order order = orders.get(words.getFirst());
        if (order == null) {
            out.error("UNKNOWN", "This server knows no order " + Printable.line(words.getFirst()));
        } else {
            answer(order, words.subList(1, words.size()));
        }
        send();
    }

    private void answer(Order order, List<String> arguments) {
        log.notice("The operator ordered " + order.word());
        try {
            switch (order.run(arguments, this)) {
                case Order.Result.Done() -> out.simple("OK");
                case Order.Result.Refused(String why) -> out.error("REFUSED", Printable.line(why));
            }
        } catch (StorageException e) {
            out.error("FAILED", Printable.line(e.getMessage()));
        } catch (UncheckedIOException gone) {
            throw gone;
        } catch (RuntimeException e) {
            log.fault("The order " + order.word() + " failed", e);
            out.error("INTERNAL", "The order failed; the server's log says more");
        }
    }

    private void push(String kind, String text) {
        out.push(2);
        out.bulk(kind);
        out.bulk(Printable.line(text));
        try {
            send();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void send() throws IOException {
        waitingSince = Optional.of(System.nanoTime());
        try {
            out.drainTo(channel);
        } finally {
            waitingSince = Optional.empty();
        }
    }
}
