package forum.tests.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Account for every post of several writers.
 *
 * <p>Of a writer, everything answered must be there, once and in order. Whatever was on its way when the server died, at most
 * one post a writer and round, may be there in its place or not at all; nothing else may. Thread-safe for a writer a thread.
 */
final class Ledger {

    private final List<List<Post>> posts = new ArrayList<>();
    private final AtomicInteger made = new AtomicInteger();

    private record Post(String text, boolean answered) {}

    Ledger(int writers) {
        for (int i = 0; i < writers; i++) {
            posts.add(new ArrayList<>());
        }
    }

    /** Make the text of a writer's next post, which is on its way from now on. */
    String next(int writer) {
        List<Post> own = posts.get(writer);
        String text = "writer-" + writer + "-" + made.incrementAndGet();
        own.add(new Post(text, false));
        return text;
    }

    /** Take note that the writer's last post was answered. */
    void answered(int writer) {
        List<Post> own = posts.get(writer);
        own.add(new Post(own.removeLast().text(), true));
    }

    /** Hold the thread's lines, as RDT gives them, against what was answered; what is there now must stay. */
    void compare(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i)).startsWith((i + 1) + " mike: writer-");
        }
        List<String> texts = lines.stream()
                .map(line -> line.substring(line.indexOf(':') + 2))
                .toList();
        for (int writer = 0; writer < posts.size(); writer++) {
            String prefix = "writer-" + writer + "-";
            List<String> there =
                    texts.stream().filter(text -> text.startsWith(prefix)).toList();
            posts.set(writer, compared(posts.get(writer), there));
        }
        assertThat(texts).hasSize(posts.stream().mapToInt(List::size).sum());
    }

    private static List<Post> compared(List<Post> own, List<String> there) {
        List<Post> kept = own.stream()
                .filter(post -> post.answered() || there.contains(post.text()))
                .map(post -> new Post(post.text(), true))
                .toList();
        assertThat(there).isEqualTo(kept.stream().map(Post::text).toList());
        return new ArrayList<>(kept);
    }
}
