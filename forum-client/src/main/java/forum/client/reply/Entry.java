package forum.client.reply;

import java.time.Instant;

/** Show what stands in a thread; every string is printable. */
public sealed interface Entry {

    /** Tell its id, or 0 where the server does not. */
    long id();

    /** Write it as the original forum did, perhaps in several lines. */
    String line();

    /**
     * A message.
     *
     * @param text perhaps several lines
     */
    record Message(long number, long id, String author, Instant time, boolean edited, String text) implements Entry {
        @Override
        public String line() {
            return number + " " + author + ": " + text;
        }
    }

    /** A file that somebody attached. */
    record File(long id, String author, Instant time, String name, long size) implements Entry {
        @Override
        public String line() {
            return author + " uploaded " + name;
        }
    }

    /** An entry that the server has made a line already. */
    record Line(String line) implements Entry {
        @Override
        public long id() {
            return 0;
        }
    }
}
