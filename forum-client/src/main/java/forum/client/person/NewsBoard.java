package forum.client.person;

import forum.client.known.Known;
import forum.client.net.News;
import forum.client.news.Happening;
import forum.client.news.HappeningReader;
import forum.client.news.Headline;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Show what others do.
 *
 * <p>Works on a thread of its own, because drawing waits while a menu is open and the connection must not. News that
 * comes while the desk takes none is held back.
 */
final class NewsBoard implements News, AutoCloseable {

    /** However much a server sends while nothing can be shown: older news makes room for newer. */
    private static final int MOST = 200;

    /** No honest news is longer: a text of 64 KiB, each of its bytes escaped. */
    private static final int LONGEST = 1 << 20;

    /** Less than most screens, so that it is seen how many were not kept, which stands first. */
    private static final int BATCH = 20;

    private static final int REST_MILLIS = 100;

    private final Desk desk;
    private final Known known;
    private final Memory memory;
    private final String user;
    private final HappeningReader reader = new HappeningReader();
    private final Queue<String> held = new ArrayDeque<>();
    private long dropped;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST),
            task -> Thread.ofPlatform().daemon().name("news").unstarted(task));

    /**
     * Show news.
     *
     * @param user whose own doings are no news
     */
    NewsBoard(Desk desk, Known known, Memory memory, String user) {
        this.desk = desk;
        this.known = known;
        this.memory = memory;
        this.user = user;
    }

    @Override
    public void heard(String channel, String payload) {
        boolean quiet = memory.isMuted();
        boolean taken = payload.length() <= LONGEST
                && isQueued(() -> {
                    reader.read(payload).ifPresent(news -> take(news, quiet));
                    draw();
                });
        if (!taken) {
            known.outdate();
            if (!quiet) {
                missed();
            }
        }
    }

    private boolean isQueued(Runnable task) {
        try {
            thread.execute(task);
            return true;
        } catch (RejectedExecutionException tooMuch) {
            return false;
        }
    }

    /** Show what was held back, if there is any; what comes meanwhile waits for another time, so that this has an end. */
    boolean flush() {
        List<String> lines = takeHeld();
        if (!lines.isEmpty()) {
            desk.tell(lines);
        }
        return !lines.isEmpty();
    }

    private int held() {
        synchronized (held) {
            return held.size();
        }
    }

    private List<String> takeHeld() {
        synchronized (held) {
            List<String> lines = new ArrayList<>();
            if (dropped > 0) {
                lines.add(dropped + " older news was not kept");
            }
            lines.addAll(held);
            dropped = 0;
            held.clear();
            return lines;
        }
    }

    private void hold(String line) {
        synchronized (held) {
            held.add(line);
            if (held.size() > MOST) {
                held.remove();
                dropped++;
            }
        }
    }

    private void missed() {
        synchronized (held) {
            dropped++;
        }
    }

    /** Show nothing more, and wait for what is being shown. */
    @Override
    public void close() {
        closed.countDown();
        thread.close();
    }

    private void take(Happening news, boolean quiet) {
        known.heard(news);
        // What a plugin tells bears the name of whom it tells
        if (news.user().equals(user) && !news.event().equals("told")) {
            memory.numbers().did(news);
            return;
        }
        if (quiet) {
            return;
        }
        if (news.number().isPresent() && news.id().isPresent() && !news.event().equals("deleted")) {
            memory.numbers()
                    .saw(
                            news.thread().orElse(""),
                            news.number().getAsLong(),
                            news.id().getAsLong());
        }
        Headline.of(news).ifPresent(this::hold);
    }

    /** Draw what comes alone at once, and a flood in batches, with rests between them. */
    private void draw() {
        boolean enough = thread.getQueue().isEmpty() || held() >= BATCH;
        if (enough && desk.takesNews() && flush()) {
            rest();
        }
    }

    /** Leave the terminal to whoever types: drawing and typing take turns at it, and not fairly. */
    private void rest() {
        try {
            closed.await(REST_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
