package forum.client.reply;

import java.time.Instant;

/** Show what stands in a thread; every string is printable. */
public sealed interface Entry {

    /** Tell its id, or 0 where the server does not. */
    long id();

    /**
     * A message.
     *
     * @param text perhaps several lines
     */
    record Message(long number, long id, String author, Instant time, boolean edited, String text) implements Entry {}

    /** A file that somebody attached. */
    record File(long id, String author, Instant time, String name, long size) implements Entry {}

    /** An entry that the server has made a line already. */
    record Line(String text) implements Entry {
        @Override
        public long id() {
            return 0;
        }
    }
}
