package forum.client.reply;

import forum.api.command.Reply.Column;
import java.time.Instant;
import java.util.List;

/** Hold what a command answered, ready to be shown: every string in it is printable, every place filled. */
public sealed interface Content {

    /** Say one thing. */
    sealed interface Sentence extends Content {

        /** Give it; perhaps several lines. */
        String text();
    }

    /** List what is found, perhaps nothing. */
    sealed interface Listing extends Content {

        /** Stands before what was found; may be empty. */
        String heading();

        /** Stands for it where nothing was; may be empty. */
        String empty();

        /** Give what was found. */
        List<?> elements();
    }

    /** One line. */
    record Line(String text) implements Sentence {}

    /** The refusal of a command. */
    record Refusal(String code, String text) implements Sentence {}

    /** The last line before the connection ends. */
    record End(String text) implements Sentence {}

    /** Lines, each perhaps of several. */
    record Lines(String heading, String empty, List<String> elements) implements Listing {}

    /** Threads. */
    record Threads(String heading, String empty, List<Summary> elements) implements Listing {}

    /** Entries of a thread. */
    record Entries(String empty, List<Entry> elements) implements Listing {
        @Override
        public String heading() {
            return "";
        }
    }

    /** Rows, each with a cell a column. */
    record Table(String heading, String empty, List<Column> columns, List<List<Cell>> elements) implements Listing {}

    /** A thread, as lists show it. */
    record Summary(String title, String owner, long messages, long files, Instant active) {}

    /** A cell of a table. */
    sealed interface Cell {

        /** Words. */
        record Words(String text) implements Cell {}

        /** A number, of whatever the column says. */
        record Number(long value) implements Cell {}

        /** Nothing. */
        record Blank() implements Cell {}
    }
}
