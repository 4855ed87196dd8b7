package forum.server.loop;

import forum.server.Cores;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Share sockets out to loops, of which there are as many as virtual threads may have processors: half of them, because
 * clients often share the machine. Thread-safe.
 */
public final class EventLoops implements AutoCloseable {

    private final List<EventLoop> loops;
    private final AtomicInteger watched = new AtomicInteger();

    /**
     * Open the loops.
     *
     * @param faults hears what was thrown on a loop and belongs to no socket
     */
    public EventLoops(Consumer<Throwable> faults) {
        int count = Math.max(1, Integer.getInteger(Cores.CARRIERS, Cores.half()));
        this.loops = IntStream.range(0, count)
                .mapToObj(i -> new EventLoop(i, faults))
                .toList();
    }

    /** Count them. */
    public int count() {
        return loops.size();
    }

    /** Watch a socket, for whoever reads and writes through what is returned. */
    public LoopSocket watch(SocketChannel channel) throws IOException {
        return loops.get(Math.floorMod(watched.getAndIncrement(), loops.size())).watch(channel);
    }

    /** Watch no more. */
    @Override
    public void close() {
        loops.forEach(EventLoop::close);
    }
}
