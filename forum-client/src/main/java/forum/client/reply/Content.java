package forum.client.reply;

import forum.api.command.Reply.Column;
import java.time.Instant;
import java.util.List;

/** Hold what a command answered, ready to be shown: every string in it is printable, every place filled. */
public sealed interface Content {

    /** One line. */
    record Line(String text) implements Content {}

    /** The refusal of a command. */
    record Refusal(String code, String text) implements Content {}

    /** The last line before the connection ends. */
    record End(String text) implements Content {}

    /** Lines, each perhaps of several. */
    record Lines(String heading, String empty, List<String> lines) implements Content {}

    /** Threads. */
    record Threads(String heading, String empty, List<Summary> threads) implements Content {}

    /** Entries of a thread. */
    record Entries(String empty, List<Entry> entries) implements Content {}

    /** Rows, each with a cell a column. */
    record Table(String heading, String empty, List<Column> columns, List<List<Cell>> rows) implements Content {}

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
