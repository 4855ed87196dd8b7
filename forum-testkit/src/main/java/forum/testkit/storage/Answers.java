package forum.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import forum.api.Answer;
import forum.api.Attachment;
import forum.api.Content;
import forum.api.Entry;
import forum.api.ForumView;
import forum.api.Message;
import forum.api.MessageRef;
import forum.api.Name;
import forum.api.Page;
import forum.api.Range;
import forum.api.Refusal;
import forum.api.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;

/** Take answers apart, and say things briefly. */
public final class Answers {

    private Answers() {}

    /** Name something. */
    public static Name name(String value) {
        return new Name(value);
    }

    /** Write a text. */
    public static Text text(String value) {
        return Text.of(value);
    }

    /** Point at a message by its number. */
    public static MessageRef number(int value) {
        return new MessageRef.Number(value);
    }

    /** Point at a message by its id. */
    public static MessageRef id(long value) {
        return new MessageRef.Id(value);
    }

    /** Select by positions. */
    public static Range range(long first, long last) {
        return new Range(new Range.Index(first), new Range.Index(last));
    }

    /** Give the value of what must be done. */
    public static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(T value) -> value;
            case Answer.Refused<T>(Refusal refusal) -> throw new AssertionError("Refused: " + refusal);
        };
    }

    /** Give the refusal of what must be refused. */
    public static Refusal refused(Answer<?> answer) {
        assertThat(answer).isInstanceOf(Answer.Refused.class);
        return ((Answer.Refused<?>) answer).refusal();
    }

    /** Give the entries of a page. */
    public static List<Entry> entries(Page page) {
        List<Entry> entries = new ArrayList<>();
        page.forEach(entries::add);
        assertThat(entries).hasSize(page.size());
        return entries;
    }

    /** Give all entries of a thread. */
    public static List<Entry> entries(ForumView forum, String thread) {
        return entries(done(forum.read(name(thread), Range.ALL)));
    }

    /** Show some entries as {@code 1 yoda: text} and {@code yoda uploaded test.exe}. */
    public static List<String> lines(Page page) {
        return entries(page).stream().map(Answers::line).toList();
    }

    /** Show all entries of a thread as {@code 1 yoda: text} and {@code yoda uploaded test.exe}. */
    public static List<String> lines(ForumView forum, String thread) {
        return lines(done(forum.read(name(thread), Range.ALL)));
    }

    /** Read a whole file. */
    public static byte[] bytes(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (WritableByteChannel target = Channels.newChannel(bytes)) {
            for (long sent = 0; sent < content.size(); ) {
                sent += content.transferTo(sent, content.size() - sent, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String line(Entry entry) {
        return switch (entry) {
            case Message message -> message.number() + " " + message.author() + ": " + message.text();
            case Attachment attachment -> attachment.author() + " uploaded " + attachment.file();
        };
    }
}
