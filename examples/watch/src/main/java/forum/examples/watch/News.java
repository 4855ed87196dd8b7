package forum.examples.watch;

import forum.api.Answer;
import forum.api.Attachment;
import forum.api.Entry;
import forum.api.ForumThread;
import forum.api.ForumView;
import forum.api.Message;
import forum.api.Name;
import forum.api.Page;
import forum.api.Range;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What came to a watched thread from others.
 *
 * @param thread its title
 * @param messages how many messages
 * @param files how many files
 * @param authors whose
 */
record News(Name thread, int messages, int files, Set<Name> authors) {

    private static final int MOST_AUTHORS = 5;

    /** Look through the threads that a user watches. */
    static List<News> of(Marks marks, ForumView forum) {
        List<News> news = new ArrayList<>();
        for (ForumThread thread : forum.threads()) {
            Optional<Long> mark = marks.of(thread.id());
            if (mark.isPresent()) {
                news.add(since(mark.get(), thread, marks.user(), forum));
            }
        }
        return news;
    }

    /** Give the id of a thread's last entry; 0 if it has none. */
    static long last(ForumThread thread, ForumView forum) {
        long last = 0;
        for (Entry entry : entries(thread, new Range(new Range.Index(-1), new Range.Index(-1)), forum)) {
            last = entry.id();
        }
        return last;
    }

    /** Give the id of the last entry behind a mark that came until then; the mark if there is none. */
    static long last(long mark, Instant until, ForumThread thread, ForumView forum) {
        long last = mark;
        for (Entry entry : entries(thread, behind(mark), forum)) {
            last = entry.time().isAfter(until) ? last : entry.id();
        }
        return last;
    }

    boolean isAny() {
        return messages + files > 0;
    }

    String line() {
        if (!isAny()) {
            return thread + ": nothing new";
        }
        List<String> what = new ArrayList<>();
        if (messages > 0) {
            what.add(messages + (messages == 1 ? " new message" : " new messages"));
        }
        if (files > 0) {
            what.add(files + (files == 1 ? " new file" : " new files"));
        }
        String names = authors.stream().limit(MOST_AUTHORS).map(Name::value).collect(Collectors.joining(", "));
        return thread + ": " + String.join(" and ", what) + " by " + names
                + (authors.size() > MOST_AUTHORS ? " and others" : "") + " since your last visit";
    }

    private static News since(long mark, ForumThread thread, Name user, ForumView forum) {
        int messages = 0;
        int files = 0;
        Set<Name> authors = new LinkedHashSet<>();
        for (Entry entry : entries(thread, behind(mark), forum)) {
            if (!entry.author().equals(user)) {
                authors.add(entry.author());
                switch (entry) {
                    case Message _ -> messages++;
                    case Attachment _ -> files++;
                }
            }
        }
        return new News(thread.title(), messages, files, authors);
    }

    private static Range behind(long mark) {
        return new Range(new Range.Id(mark + 1), new Range.Index(-1));
    }

    private static Iterable<Entry> entries(ForumThread thread, Range range, ForumView forum) {
        return switch (forum.read(thread.title(), range)) {
            case Answer.Done<Page>(Page page) -> page;
            case Answer.Refused<Page> _ -> List.of();
        };
    }
}
