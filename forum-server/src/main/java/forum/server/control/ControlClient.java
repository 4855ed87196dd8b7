package forum.server.control;

import forum.api.wire.ReplyReader;
import forum.api.wire.WireInput;
import forum.api.wire.WireOutput;
import forum.api.wire.WireValue;
import forum.api.wire.WireValue.Bulk;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Give one order to the server that runs on a data folder. Not thread-safe. */
public final class ControlClient implements AutoCloseable {

    private static final int LONGEST_ANSWER = 1024 * 1024;

    private final SocketChannel channel;

    private ControlClient(SocketChannel channel) {
        this.channel = channel;
    }

    /**
     * Connect to the server.
     *
     * @return empty if none runs on that folder
     * @throws IOException if one may run, but cannot be reached, for lack of permission, say
     */
    public static Optional<ControlClient> connect(Path data) throws IOException {
        SocketFile file = new SocketFile(data);
        if (!file.exists()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ControlClient(file.connect()));
        } catch (ConnectException nobodyListens) {
            return Optional.empty();
        }
    }

    /**
     * Give an order and wait until it is carried out.
     *
     * @param order its word and its arguments
     * @param report gets what the server tells meanwhile
     * @throws IOException if the server ends before it has answered
     */
    public Order.Result order(List<String> order, Report report) throws IOException {
        WireOutput out = new WireOutput();
        out.array(order.size());
        order.forEach(out::bulk);
        out.drainTo(channel);
        ReplyReader replies = new ReplyReader(new WireInput(channel::read), LONGEST_ANSWER);
        while (true) {
            switch (replies.read().orElseThrow(() -> new EOFException("the server has ended"))) {
                case WireValue.Push(List<WireValue> told) -> tell(told, report);
                case WireValue.Failure failure -> {
                    return new Order.Result.Refused(failure.text());
                }
                case WireValue _ -> {
                    return new Order.Result.Done();
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static void tell(List<WireValue> told, Report report) {
        if (told.size() == 2 && told.getFirst() instanceof Bulk kind && told.getLast() instanceof Bulk text) {
            switch (kind.text()) {
                case "line" -> report.line(text.text());
                case "progress" -> report.progress(text.text());
                default -> {
                    // a newer server tells more than this program knows
                }
            }
        }
    }
}
