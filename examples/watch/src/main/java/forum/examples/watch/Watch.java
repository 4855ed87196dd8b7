package forum.examples.watch;

import forum.api.Event;
import forum.api.ForumThread;
import forum.api.Name;
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
import forum.api.command.Request;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code WCH thread}: watch a thread, or watch it no longer; {@code WCH} alone lists what is new.
 *
 * <p>A visit begins with a login and ends when the user's last connection does, a program's too. Whoever logs in is told
 * what came to the watched threads since the end of the last visit.
 */
public final class Watch implements CommandHandler, ForumListener {

    /** So many lines of news wait for one who has just logged in and does not listen yet. */
    private static final int MOST_LINES = 16;

    private static final Parameter<Name> THREAD = Parameter.thread("thread").optional();

    private static final CommandSpec SPEC = CommandSpec.of(
            "WCH",
            "Watch a thread, or watch it no longer; alone: list what is new in those that you watch",
            new Reply.Lines("", "You watch no thread"),
            THREAD);

    private volatile Optional<PluginContext> listening = Optional.empty();

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome handle(Request request, CommandContext context) {
        Marks marks = new Marks(context.store(), context.user());
        Optional<Name> title = request.optional(THREAD);
        if (title.isEmpty()) {
            return new Outcome.Lines(News.of(marks, context.forum()).stream()
                    .map(News::line)
                    .map(Text::of)
                    .toList());
        }
        return context.forum()
                .thread(title.get())
                .map(thread -> toggled(thread, marks, context))
                .orElseGet(() -> new Outcome.Refused(Refusal.noThread(title.get())));
    }

    private static Outcome toggled(ForumThread thread, Marks marks, CommandContext context) {
        String line = "You watch thread " + thread.title();
        if (marks.forget(thread.id())) {
            line = "You no longer watch thread " + thread.title();
        } else {
            marks.put(thread.id(), News.last(thread, context.forum()));
        }
        return new Outcome.Lines(List.of(Text.of(line))).logged(line);
    }

    @Override
    public void begin(PluginContext context) {
        List<Long> threads =
                context.forum().threads().stream().map(ForumThread::id).toList();
        Marks.keepOnly(threads, context.store());
        listening = Optional.of(context);
    }

    @Override
    public void heard(Event event) {
        PluginContext context = listening.orElseThrow();
        switch (event) {
            case Event.LoggedIn(var _, Name user) -> tell(user, context);
            case Event.LoggedOut(Instant time, Name user) -> {
                if (!isStillThere(user, time, context)) {
                    mark(user, time, context);
                }
            }
            case Event.Removed removed -> Marks.forgetThread(removed.thread().id(), context.store());
            default -> {}
        }
    }

    private static void tell(Name user, PluginContext context) {
        List<News> news = News.of(new Marks(context.store(), user), context.forum()).stream()
                .filter(News::isAny)
                .toList();
        int most = news.size() > MOST_LINES ? MOST_LINES - 1 : news.size();
        news.stream().limit(most).forEach(some -> context.tell(user, Text.of(some.line())));
        if (news.size() > most) {
            context.tell(
                    user, Text.of((news.size() - most) + " more threads that you watch have news: WCH lists them"));
        }
    }

    /** Tell whether another connection of the user was there at that time; one that came later is another visit. */
    private static boolean isStillThere(Name user, Instant time, PluginContext context) {
        return context.online().stream()
                .anyMatch(
                        online -> online.user().equals(user) && !online.since().isAfter(time));
    }

    /** Note what the user could see, which is not all that is there: a listener hears of a logout a little later. */
    private static void mark(Name user, Instant end, PluginContext context) {
        Marks marks = new Marks(context.store(), user);
        for (ForumThread thread : context.forum().threads()) {
            marks.of(thread.id())
                    .ifPresent(mark -> marks.put(thread.id(), News.last(mark, end, thread, context.forum())));
        }
    }
}
