package forum.server.command;

import forum.api.Attachment;
import forum.api.Entry;
import forum.api.Message;
import forum.api.Text;
import forum.api.wire.WireOutput;
import java.nio.charset.StandardCharsets;

/**
 * Write an entry as one line: {@code 1 yoda: text}, or {@code yoda uploaded test.exe}.
 *
 * <p>A line feed inside a text is followed by two spaces, so that no text can forge an entry.
 */
final class EntryLine {

    /** A space behind the number, a colon and a space behind the author. */
    private static final int BETWEEN = 3;

    private EntryLine() {}

    static void write(Entry entry, WireOutput out) {
        switch (entry) {
            case Message message -> write(message, out);
            case Attachment file -> out.bulk(file.author() + " uploaded " + file.file());
        }
    }

    private static void write(Message message, WireOutput out) {
        byte[] author = message.author().value().getBytes(StandardCharsets.UTF_8);
        int begun = out.size();
        if (!write(message.number(), author, message.text(), out)) {
            out.truncate(begun);
            write(message.number(), author, indented(message.text()), out);
        }
    }

    /** Write a message of one line without looking at it before: nearly all are. False if it turns out to have more. */
    private static boolean write(int number, byte[] author, Text text, WireOutput out) {
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

    private static Text indented(Text text) {
        return Text.of(text.toString().replace("\n", "\n  "));
    }
}
