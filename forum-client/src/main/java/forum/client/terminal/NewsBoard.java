package forum.client.terminal;

import forum.client.known.Known;
import forum.client.net.News;
import forum.client.news.Happening;
import forum.client.news.HappeningReader;
import forum.client.news.Headline;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * Show what others do, above the line that is being typed.
 *
 * <p>Works on a thread of its own, because drawing waits while a menu is open and the connection must not. News that
 * comes while no line is typed is held back until the next one is.
 */
final class NewsBoard implements News, AutoCloseable {

    private final Editor editor;
    private final Known known;
    private final Memory memory;
    private final Palette palette;
    private final String user;
    private final HappeningReader reader = new HappeningReader();
    private final Queue<String> held = new ConcurrentLinkedQueue<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().daemon().name("news").unstarted(task));

    /**
     * Show news.
     *
     * @param user whose own doings are no news
     */
    NewsBoard(Editor editor, Known known, Memory memory, Palette palette, String user) {
        this.editor = editor;
        this.known = known;
        this.memory = memory;
        this.palette = palette;
        this.user = user;
    }

    @Override
    public void heard(String channel, String payload) {
        try {
            boolean quiet = memory.isMuted();
            thread.execute(() -> reader.read(payload).ifPresent(news -> take(news, quiet)));
        } catch (RejectedExecutionException closed) {
            held.clear(); // it came after the end
        }
    }

    /** Show what was held back. */
    void flush() {
        for (String line = held.poll(); line != null; line = held.poll()) {
            Wrapping.wrap(
                            Palette.styled(palette.aside(), line),
                            editor.getTerminal().getColumns())
                    .forEach(editor::printAbove);
        }
    }

    /** Show nothing more, and wait for what is being shown. */
    @Override
    public void close() {
        thread.close();
    }

    private void take(Happening news, boolean quiet) {
        known.heard(news);
        if (news.user().equals(user)) {
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
        Headline.of(news).ifPresent(held::add);
        if (editor.isReading()) {
            flush();
        }
    }
}
