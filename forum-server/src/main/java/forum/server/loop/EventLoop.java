package forum.server.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Watch sockets on one platform thread, and do there what needs no waiting.
 *
 * <pre>
 *   loop:   wait for sockets --> each ready socket: read, serve a turn --> tasks --> those whose turn was over --+
 *     ^                                                                                                          |
 *     +--------------------------- hand over what waits for the disk --------------------------------------------+
 *   beside: take all that was handed over --> do it --> give it back to the loop as one task
 * </pre>
 *
 * <p>So what arrives while the disk is flushed is served meanwhile, and shares the next flush. While everybody waits for
 * the disk anyway, and it is quick, the loop takes the detours itself.
 *
 * <p>A round is one turn for each socket that has something to be served, and no turn is longer than a {@link Guest}
 * makes it, so nobody keeps the loop from others.
 */
public final class EventLoop implements AutoCloseable {

    /** How much is read from a socket at once, in bytes. */
    private static final int READ = 64 * 1024;

    /** A loop that has ended does nothing more. */
    private static final int LONGEST_WAIT_MILLIS = 1_000;

    private final int number;
    private final Selector selector;
    private final Consumer<Throwable> faults;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Beside beside = new Beside(this);
    private final Traffic traffic = new Traffic();
    private final Waker waker = new Waker(this);
    private final ByteBuffer arrived = ByteBuffer.allocate(READ);
    private final Thread thread;
    private List<Detour> detours = new ArrayList<>();
    private List<LoopSocket> unfinished = new ArrayList<>();
    private volatile boolean closed;

    /**
     * Open a loop; it runs until it is closed.
     *
     * @param number tells it from others
     * @param faults hears what was thrown on the loop and belongs to no socket
     */
    public EventLoop(int number, Consumer<Throwable> faults) {
        this.number = number;
        try {
            this.selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException("Sockets cannot be watched", e);
        }
        this.faults = faults;
        this.thread = Thread.ofPlatform().daemon().name("loop-" + number).unstarted(this::run);
        thread.start();
        Thread.ofPlatform().daemon().name("loop-" + number + "-beside").start(beside);
    }

    /** Tell which of several this is. */
    public int number() {
        return number;
    }

    /** Watch a socket from now on, for whoever reads and writes through what is returned. */
    public LoopSocket watch(SocketChannel channel) throws IOException {
        channel.configureBlocking(false);
        SelectionKey key = channel.register(selector, 0);
        LoopSocket socket = new LoopSocket(channel, key, this);
        key.attach(socket);
        return socket;
    }

    /**
     * Start a virtual thread in the same line as those that the loop wakes. Called by any thread.
     *
     * <p>Carriers take threads that one thread has started or woken as long as there are any: where others did that, newcomers
     * without end would keep out all who are there.
     */
    public void start(Thread newcomer) {
        execute(() -> letOn(newcomer::start));
    }

    /** Have something done by the loop's thread. Called by any thread. */
    void execute(Runnable task) {
        tasks.add(task);
        wake();
    }

    /**
     * Wait for a task of the loop, so that threads that it has woken have their carriers. Not called on the loop.
     *
     * <p>{@link Thread#yield} would not do: virtual threads that yield to each other keep out those that are woken from
     * outside, as the loop does.
     */
    public void letOthersOn() {
        CountDownLatch turn = new CountDownLatch(1);
        execute(() -> letOn(turn::countDown));
        try {
            turn.await(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Have a virtual thread woken, or started. On the loop. */
    void letOn(Runnable thread) {
        waker.wake(thread);
    }

    /** Have the loop look at what it watches for anew. Called by any thread. */
    void wake() {
        if (Thread.currentThread() != thread) {
            selector.wakeup();
        }
    }

    /** Do the first part of something beside the loop once this round is over, and the second on the loop. On the loop. */
    public void detour(Detour detour) {
        detours.add(detour);
    }

    /** Have a guest go on in the next round. On the loop. */
    void later(LoopSocket socket) {
        unfinished.add(socket);
    }

    /** Give an empty buffer for what is read next. On the loop. */
    ByteBuffer arrived() {
        return arrived.clear();
    }

    /** Watch no more. */
    @Override
    public void close() {
        closed = true;
        beside.close();
        selector.wakeup();
    }

    private void run() {
        while (!closed) {
            try {
                await();
                runTasks();
                goOn(true);
                takeDetours();
            } catch (IOException | RuntimeException | Error e) {
                faults.accept(e);
            }
        }
        waker.close();
        goOn(false);
        selector.keys().forEach(key -> ((LoopSocket) key.attachment()).abandon());
        try {
            selector.close();
        } catch (IOException e) {
            faults.accept(e);
        }
    }

    /** Take them here where that holds nobody up: it saves two changes of threads, and what comes meanwhile comes together. */
    private void takeDetours() {
        boolean alone = traffic.roundEnds(!detours.isEmpty());
        if (detours.isEmpty()) {
            return;
        }
        List<Detour> taken = detours;
        detours = new ArrayList<>();
        if (alone && beside.isQuick()) {
            beside.goBeside(taken);
            back(taken);
        } else {
            beside.take(taken);
        }
    }

    /** Have what was done beside the loop go on. On the loop. */
    void back(List<Detour> taken) {
        for (Detour detour : taken) {
            try {
                detour.back();
            } catch (RuntimeException | Error e) {
                faults.accept(e);
            }
        }
    }

    /** Tell of something that belongs to no socket. Called by any thread. */
    void fault(Throwable trouble) {
        faults.accept(trouble);
    }

    private void await() throws IOException {
        if (tasks.isEmpty() && detours.isEmpty() && unfinished.isEmpty()) {
            selector.select(EventLoop::ready);
        } else {
            selector.selectNow(EventLoop::ready);
        }
    }

    /** Take note that somebody was served who waits for no detour. On the loop. */
    void servedOthers() {
        traffic.others();
    }

    private void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    /** Have those go on whose turn was over; or their threads, at the end. */
    private void goOn(boolean served) {
        List<LoopSocket> sockets = unfinished;
        if (!sockets.isEmpty()) {
            unfinished = new ArrayList<>();
            sockets.forEach(socket -> goOn(socket, served));
        }
    }

    private static void goOn(LoopSocket socket, boolean served) {
        try {
            socket.goOn(served);
        } catch (RuntimeException | Error e) {
            socket.fail(e);
        }
    }

    private static void ready(SelectionKey key) {
        ((LoopSocket) key.attachment()).ready();
    }
}
