package forum.client.person;

import forum.client.known.Known;
import forum.client.net.News;
import forum.client.news.Happening;
import forum.client.news.HappeningReader;
import forum.client.news.Headline;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
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

    private final Desk desk;
    private final Known known;
    private final Memory memory;
    private final String user;
    private final HappeningReader reader = new HappeningReader();
    private final Queue<String> held = new ArrayDeque<>();
    private long dropped;
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
        try {
            boolean quiet = memory.isMuted();
            thread.execute(() -> reader.read(payload).ifPresent(news -> take(news, quiet)));
        } catch (RejectedExecutionException tooMuch) {
            known.outdate();
            missed();
        }
    }

    /** Show what was held back. */
    void flush() {
        for (Optional<String> line = next(); line.isPresent(); line = next()) {
            desk.tell(line.get());
        }
    }

    private Optional<String> next() {
        synchronized (held) {
            if (dropped > 0) {
                String line = dropped + " older news was not kept";
                dropped = 0;
                return Optional.of(line);
            }
            return Optional.ofNullable(held.poll());
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
        if (desk.takesNews()) {
            flush();
        }
    }
}
