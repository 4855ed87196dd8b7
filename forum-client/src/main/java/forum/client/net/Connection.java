package forum.client.net;

import forum.api.Printable;
import forum.api.wire.ProtocolException;
import forum.api.wire.ReplyReader;
import forum.api.wire.WireInput;
import forum.api.wire.WireOutput;
import forum.api.wire.WireValue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Send requests and take replies, in order, and pushes beside them.
 *
 * <p>One thread reads for as long as the connection lives, so that its end is known at once. Requests may be sent from
 * several threads. The server is not trusted: whatever it sends ends at worst in {@link Ending.Lost}.
 */
public final class Connection implements AutoCloseable {

    /** What fits into the memory of the client's image also when it is painted. */
    private static final long LARGEST_REPLY = 32L << 20;

    /** An honest server may have more to say, of which this client shows a part when it is asked for one. */
    private static final long LONGEST_REPLY = 4L << 30;

    private static final int SECONDS_FOR_THE_FIRST_REPLY = 10;

    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final Address address;
    private final Wire wire;
    private volatile News news = (_, _) -> {};
    private final Replies replies = new Replies();
    private final CompletableFuture<Ending> ended = new CompletableFuture<>();
    private final Object writing = new Object();
    private final WireOutput out = new WireOutput();
    private final AtomicInteger bodies = new AtomicInteger();
    private final SignsOfLife signs = new SignsOfLife();

    private Connection(Address address, Wire wire) {
        this.address = address;
        this.wire = wire;
    }

    /**
     * Connect, and agree on RESP3.
     *
     * @throws ConnectionException when nobody is there, or nobody that speaks the protocol
     */
    public static Connection open(Address address) throws ConnectionException {
        Connection connection = new Connection(address, Wire.over(Dialling.dial(address), address));
        Thread.ofPlatform()
                .daemon()
                .name("replies of " + address)
                .uncaughtExceptionHandler((_, fault) -> connection.end(connection.nonsense(fault.toString())))
                .start(connection::receive);
        connection.greet();
        return connection;
    }

    /** Tell where it leads. */
    public Address address() {
        return address;
    }

    /** Keep it alive while nothing is said on it, and end it once the server is gone without a word. */
    public void keepAlive() {
        keepAlive(SILENCE, SILENCE);
    }

    void keepAlive(Duration silence, Duration patience) {
        new Heartbeat(this, signs, silence, patience).start();
    }

    /** Let that hear the news from now on. */
    public void listen(News listener) {
        this.news = listener;
    }

    /** Become done once the connection is at its end, whoever ended it. */
    public CompletableFuture<Ending> ended() {
        return ended;
    }

    /**
     * Send a request, and do not wait.
     *
     * @return what becomes the reply, or fails with a {@link ConnectionException}
     */
    public CompletableFuture<WireValue> send(Request request) {
        return write(request, 0, () -> {});
    }

    /**
     * Send a request with one more argument, whose bytes are written by the caller, and do not wait for the reply.
     *
     * @param length how many bytes the body writes
     */
    public CompletableFuture<WireValue> send(Request request, long length, Body body) {
        bodies.incrementAndGet();
        CompletableFuture<WireValue> reply = write(request, 1, () -> {
            out.bulkHeader(length);
            out.drainTo(wire.out());
            body.writeTo(wire.out());
            out.endLine();
        });
        return reply.whenComplete((_, _) -> bodies.decrementAndGet());
    }

    /**
     * Send a request and wait for its reply; an error of the forum is a reply too.
     *
     * @throws ConnectionException when the connection ends before that
     */
    public WireValue call(Request request) throws ConnectionException {
        return await(send(request));
    }

    /**
     * Wait for a reply.
     *
     * @throws ConnectionException when the connection ends before that
     */
    public WireValue await(CompletableFuture<WireValue> reply) throws ConnectionException {
        try {
            return reply.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ConnectionException why
                    ? why
                    : new ConnectionException(nonsense(e.toString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectionException(new Ending.Left());
        }
    }

    /** Tell whether a file is on its way, which may take long, and behind which all else waits. */
    boolean isSendingMuch() {
        return bodies.get() > 0;
    }

    /** Give the connection up for a reason of our own. */
    public void abandon(String sentence) {
        end(new Ending.Lost(sentence));
    }

    @Override
    public void close() {
        end(new Ending.Left());
    }

    private CompletableFuture<WireValue> write(Request request, int more, Step rest) {
        synchronized (writing) {
            if (ended.isDone()) {
                return CompletableFuture.failedFuture(new ConnectionException(ended.join()));
            }
            CompletableFuture<WireValue> reply = replies.expect(request);
            try {
                request.writeTo(out, more);
                rest.run();
                out.drainTo(wire.out());
            } catch (IOException e) {
                waitForLastWords();
                end(new Ending.Lost("The connection to " + address + " was lost"));
            }
            return reply;
        }
    }

    /** A server that refuses a large request answers and closes: its answer says more than our failure to write. */
    private void waitForLastWords() {
        try {
            ended.get(1, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException noWords) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void greet() throws ConnectionException {
        try {
            WireValue hello = send(Request.of("HELLO", "3")).get(SECONDS_FOR_THE_FIRST_REPLY, TimeUnit.SECONDS);
            if (hello instanceof WireValue.Failure failure) {
                throw ended(new Ending.Lost(Printable.line(failure.text())));
            }
        } catch (ExecutionException e) {
            throw ended(nonsense(e.toString()));
        } catch (TimeoutException e) {
            throw ended(new Ending.Lost(address + " takes connections, but does not answer"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ended(new Ending.Left());
        }
    }

    /** End the connection, if nothing has before, and tell what did. */
    private ConnectionException ended(Ending ending) {
        end(ending);
        return new ConnectionException(ended.join());
    }

    private void receive() {
        try {
            WireInput in = new WireInput(this::read);
            ReplyReader reader = new ReplyReader(in, LARGEST_REPLY, LONGEST_REPLY);
            while (in.peek() >= 0) {
                signs.begun(in.peek());
                reader.read().ifPresent(this::take);
            }
            end(new Ending.Lost("The server at " + address + " closed the connection"));
        } catch (ProtocolException e) {
            end(nonsense(e.getMessage()));
        } catch (IOException e) {
            end(new Ending.Lost("The connection to " + address + " was lost"));
        }
    }

    private int read(ByteBuffer target) throws IOException {
        int count = wire.in().read(target);
        signs.arrived();
        return count;
    }

    private void take(WireValue value) {
        if (value instanceof WireValue.Push(List<WireValue> elements)) {
            takePush(elements);
        } else if (!replies.arrived(value)) {
            String words = value instanceof WireValue.Failure failure ? failure.text() : "an answer to no question";
            end(nonsense(Printable.line(words)));
        }
    }

    private void takePush(List<WireValue> elements) {
        switch (text(elements, 0)) {
            case "shutdown" -> end(new Ending.Farewell(text(elements, 1)));
            case "message" -> news.heard(text(elements, 1), text(elements, 2));
            case "pmessage" -> news.heard(text(elements, 2), text(elements, 3));
            case "subscribe", "psubscribe" -> replies.confirmed(elements);
            default -> {
                // a push of a later version: not for this client
            }
        }
    }

    private static String text(List<WireValue> elements, int index) {
        return elements.stream()
                .skip(index)
                .limit(1)
                .flatMap(e -> Fields.text(e).stream())
                .findFirst()
                .orElse("");
    }

    private Ending.Lost nonsense(String what) {
        return new Ending.Lost(address + " does not answer as a forum does: " + what);
    }

    private void end(Ending ending) {
        if (ended.complete(ending)) {
            replies.failed(new ConnectionException(ending));
            Dialling.hangUp(wire.socket());
        }
    }

    /** Write the bytes of an argument. */
    @FunctionalInterface
    public interface Body {

        /** Write exactly the bytes that were announced. */
        void writeTo(WritableByteChannel channel) throws IOException;
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }
}
