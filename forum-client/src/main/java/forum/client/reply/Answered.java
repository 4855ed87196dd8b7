package forum.client.reply;

import forum.api.wire.WireValue;
import forum.client.line.Invocation;

/**
 * Hold an answer for programs and for people.
 *
 * @param value as the server sent it, or a map that describes a file that was written
 * @param content the same, ready to be shown
 */
public record Answered(WireValue value, Content content) {

    /** Read the answer to a command. */
    public static Answered of(WireValue value, Invocation invocation) {
        return new Answered(value, ContentReader.read(value, invocation));
    }
}
