package forum.examples.search;

import forum.api.Answer;
import forum.api.Event;
import forum.api.ForumView;
import forum.api.Message;
import forum.api.MessageRef;
import forum.api.Refusal;
import forum.api.Text;
import forum.api.command.CommandContext;
import forum.api.command.CommandHandler;
import forum.api.command.CommandSpec;
import forum.api.command.ForumListener;
import forum.api.command.Outcome;
import forum.api.command.Parameter;
import forum.api.command.PluginContext;
import forum.api.command.Reply;
import forum.api.command.Reply.Column;
import forum.api.command.Reply.Column.Kind;
import forum.api.command.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.Query;

/**
 * {@code SRC words}: search all threads.
 *
 * <p>One object is both: as a listener it keeps the index, as a handler it asks it. The index lies in the plugin's cache
 * folder; at start, and after a loss, only the threads that have changed meanwhile are read again.
 */
public final class Search implements CommandHandler, ForumListener {

    private static final int MOST_HITS = 20;

    private static final Parameter<Text> WORDS = Parameter.text("words");

    private static final CommandSpec SPEC = CommandSpec.of(
            "SRC",
            "Search all threads, best matches first: words, \"a phrase\", begin*, -without",
            new Reply.Table(
                    List.of(
                            new Column("thread", Kind.THREAD),
                            new Column("number", Kind.NUMBER),
                            new Column("author", Kind.USER),
                            new Column("time", Kind.TIME),
                            new Column("line", Kind.TEXT)),
                    "Found:",
                    "Nothing found"),
            WORDS);

    private volatile Optional<Index> index = Optional.empty();

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome handle(Request request, CommandContext context) {
        if (index.isEmpty()) {
            return new Outcome.Refused(new Refusal("NOTREADY", "The threads are being read; try again in a moment"));
        }
        Query query = Words.query(request.value(WORDS).toString());
        List<List<?>> rows = new ArrayList<>();
        for (Index.Hit hit : index.get().search(query, MOST_HITS)) {
            present(hit, context.forum())
                    .ifPresent(message -> rows.add(List.of(
                            message.thread(),
                            message.value().number(),
                            message.value().author(),
                            message.value().time(),
                            Words.bestLine(query, message.value().text().toString()))));
        }
        return new Outcome.Table(rows);
    }

    /** Look the message up, because the index may be a moment behind: it knows where, the forum knows what. */
    private static Optional<Found> present(Index.Hit hit, ForumView forum) {
        return forum.threads().stream()
                .filter(thread -> thread.id() == hit.thread())
                .findFirst()
                .flatMap(thread -> switch (forum.message(thread.title(), new MessageRef.Id(hit.message()))) {
                    case Answer.Done<Message>(Message message) -> Optional.of(new Found(thread.title(), message));
                    case Answer.Refused<Message> _ -> Optional.empty();
                });
    }

    @Override
    public void begin(PluginContext context) {
        close();
        Index opened = Index.open(context.cache());
        opened.catchUp(context.forum());
        index = Optional.of(opened);
    }

    @Override
    public void heard(Event event) {
        index.ifPresent(present -> present.hear(event));
    }

    @Override
    public void close() {
        Optional<Index> before = index;
        index = Optional.empty();
        before.ifPresent(Index::close);
    }
}
