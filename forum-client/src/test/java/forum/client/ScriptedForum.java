package forum.client;

import forum.api.wire.ReplyReader;
import forum.api.wire.WireInput;
import forum.api.wire.WireOutput;
import forum.api.wire.WireValue;
import forum.client.net.Address;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Answer a client as told beforehand: to each line of a request its reply.
 *
 * <p>HELLO, the catalogue and the login are answered as a forum does in which mike has the password hunter2.
 */
public final class ScriptedForum implements AutoCloseable {

    /** Stands among the requests where a client has closed its connection. */
    public static final String HUNG_UP = "(hung up)";

    private final ServerSocketChannel listening;
    private final Map<String, WireValue> script = new ConcurrentHashMap<>();
    private final Map<String, WireValue> beginnings = new ConcurrentHashMap<>();
    private final Map<String, byte[]> rawScript = new ConcurrentHashMap<>();
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private final BlockingQueue<SocketChannel> connections = new LinkedBlockingQueue<>();

    public ScriptedForum() {
        try {
            listening = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        on("HELLO 3", new WireValue.Dictionary(List.of()));
        on("COMMAND DOCS", Docs.forum());
        on("LOGIN-N mike", new WireValue.Simple("PWD"));
        on("LOGIN-P hunter2", new WireValue.Simple("Y"));
        on("LOGIN-N yoda", new WireValue.Simple("NU"));
        on("LOGIN-NP luke", new WireValue.Simple("YN"));
        on("LOGIN-S", new WireValue.Simple("Welcome to the forum"));
        on("XIT", new WireValue.Simple("Goodbye"));
        Thread.ofVirtual().start(this::accept);
    }

    /** Answer this to that request, whose arguments stand one space apart. */
    public ScriptedForum on(String request, WireValue reply) {
        script.put(request, reply);
        return this;
    }

    /** Answer this to all requests that begin so and have no answer of their own. */
    public ScriptedForum onAll(String beginning, WireValue reply) {
        beginnings.put(beginning, reply);
        return this;
    }

    /** Send these bytes as they are after that request. */
    public ScriptedForum onRaw(String request, byte[] bytes) {
        rawScript.put(request, bytes);
        return this;
    }

    public Address address() {
        return Address.of("127.0.0.1", Integer.toString(port()));
    }

    public int port() {
        try {
            return ((InetSocketAddress) listening.getLocalAddress()).getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Wait until a request comes that begins so, and forget those before it. */
    public String awaitRequest(String beginning) throws InterruptedException {
        String request = requests.take();
        while (!request.startsWith(beginning)) {
            request = requests.take();
        }
        return request;
    }

    /** List the requests that came and were not waited for. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Send a value to the oldest connection without being asked. */
    public void push(WireValue value) throws IOException, InterruptedException {
        SocketChannel connection = connections.take();
        write(connection, value);
        connections.put(connection);
    }

    /** Cut the oldest connection. */
    public void cut() throws IOException, InterruptedException {
        connections.take().close();
    }

    /** Say no more to the oldest connection: whoever notices hangs up. */
    public void leave() throws IOException, InterruptedException {
        connections.take().shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (SocketChannel connection : connections) {
            connection.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel connection = listening.accept();
                connections.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException closed) {
            requests.add("(closed)");
        }
    }

    private void serve(SocketChannel connection) {
        try (connection) {
            ReplyReader reader = new ReplyReader(new WireInput(connection::read), 1 << 24);
            for (Optional<WireValue> request = reader.read(); request.isPresent(); request = reader.read()) {
                if (!answer(connection, line(request.get()))) {
                    return;
                }
            }
            requests.add(HUNG_UP);
        } catch (IOException gone) {
            requests.add("(gone)");
        }
    }

    private boolean answer(SocketChannel connection, String request) throws IOException {
        requests.add(request);
        if (rawScript.containsKey(request)) {
            for (ByteBuffer raw = ByteBuffer.wrap(rawScript.get(request)); raw.hasRemaining(); ) {
                connection.write(raw);
            }
            return true;
        }
        write(connection, reply(request));
        return !request.equals("XIT");
    }

    private WireValue reply(String request) {
        return Optional.ofNullable(script.get(request))
                .or(() -> beginnings.entrySet().stream()
                        .filter(one -> request.startsWith(one.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst())
                .orElseGet(() -> new WireValue.Failure("UNSCRIPTED " + request));
    }

    private static void write(SocketChannel connection, WireValue value) throws IOException {
        WireOutput out = new WireOutput();
        value.writeTo(out);
        out.drainTo(connection);
    }

    private static String line(WireValue request) {
        return switch (request) {
            case WireValue.Array(List<WireValue> words) ->
                String.join(" ", words.stream().map(ScriptedForum::word).toList());
            default -> request.toString();
        };
    }

    private static String word(WireValue value) {
        return value instanceof WireValue.Bulk bulk
                ? new String(bulk.bytes(), StandardCharsets.UTF_8)
                : value.toString();
    }
}
