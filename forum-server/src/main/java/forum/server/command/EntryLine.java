package forum.server.command;

import forum.api.Attachment;
import forum.api.Entry;
import forum.api.Message;
import forum.api.Name;
import forum.api.Text;
import forum.api.wire.WireOutput;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Write entries as one line each: {@code 1 yoda: text}, or {@code yoda uploaded test.exe}.
 *
 * <p>A line feed inside a text is followed by two spaces, so that no text can forge an entry. Not thread-safe.
 */
final class EntryLine {

    /** A space behind the number, a colon and a space behind the author. */
    private static final int BETWEEN = 3;

    private static final int REMEMBERED = 8;

    private final WireOutput out;

    // a page has few authors, and encoding a name takes as long as copying a text
    private final @Nullable Name[] authors = new Name[REMEMBERED];
    private final byte[][] encoded = new byte[REMEMBERED][];

    EntryLine(WireOutput out) {
        this.out = out;
    }

    void write(Entry entry) {
        switch (entry) {
            case Message message -> write(message);
            case Attachment file -> out.bulk(file.author() + " uploaded " + file.file());
        }
    }

    private void write(Message message) {
        byte[] author = encoded(message.author());
        int begun = out.size();
        if (!write(message.number(), author, message.text())) {
            out.truncate(begun);
            write(message.number(), author, indented(message.text()));
        }
    }

    /** Write a message of one line without looking at it before: nearly all are. False if it turns out to have more. */
    private boolean write(int number, byte[] author, Text text) {
        out.bulkHeader(WireOutput.digitCount(number) + BETWEEN + author.length + text.length());
        out.digits(number);
        out.raw(' ');
        out.raw(author, 0, author.length);
        out.raw(':');
        out.raw(' ');
        int start = out.size();
        out.raw(text);
        boolean oneLine = !out.contains('\n', start);
        out.endLine();
        return oneLine;
    }

    private byte[] encoded(Name author) {
        int slot = author.value().hashCode() & REMEMBERED - 1;
        if (authors[slot] != author) {
            authors[slot] = author;
            encoded[slot] = author.value().getBytes(StandardCharsets.UTF_8);
        }
        return encoded[slot];
    }

    private static Text indented(Text text) {
        return Text.of(text.toString().replace("\n", "\n  "));
    }
}
