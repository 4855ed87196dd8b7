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

    private EntryLine() {}

    static void write(Entry entry, WireOutput out) {
        switch (entry) {
            case Message message -> write(message, out);
            case Attachment file -> out.bulk(file.author() + " uploaded " + file.file());
        }
    }

    private static void write(Message message, WireOutput out) {
        byte[] start = (message.number() + " " + message.author() + ": ").getBytes(StandardCharsets.UTF_8);
        Text text = indented(message.text());
        out.bulkHeader(start.length + text.length());
        out.raw(start, 0, start.length);
        out.raw(text);
        out.endLine();
    }

    private static Text indented(Text text) {
        byte[] bytes = text.bytes();
        for (byte b : bytes) {
            if (b == '\n') {
                return Text.of(text.toString().replace("\n", "\n  "));
            }
        }
        return text;
    }
}
