package forum.server.command;

import forum.api.Attachment;
import forum.api.Entry;
import forum.api.Message;
import forum.api.Text;
import forum.api.wire.WireOutput;

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
        int begun = out.size();
        if (!write(message, message.text(), out)) {
            out.truncate(begun);
            write(message, indented(message.text()), out);
        }
    }

    /** Write a message of one line without looking at it before: nearly all are. False if it turns out to have more. */
    private static boolean write(Message message, Text text, WireOutput out) {
        String author = message.author().value();
        int number = message.number();
        out.bulkHeader(WireOutput.digitCount(number) + BETWEEN + WireOutput.byteCount(author) + text.length());
        out.digits(number);
        out.raw(' ');
        out.raw(author);
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
