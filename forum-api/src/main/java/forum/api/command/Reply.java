package forum.api.command;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Promise the shape of what a command answers when it is not refused, so that clients can show it.
 *
 * <p>Texts may hold {@code {parameter}}, which clients replace by the argument given for it. An empty text shows
 * nothing.
 */
public sealed interface Reply {

    /** One line: {@link Outcome.Line}, {@link Outcome.PasswordChange}. */
    record Line() implements Reply {}

    /**
     * Lines of text: {@link Outcome.Lines}.
     *
     * @param heading shown before them
     * @param empty shown when there are none
     */
    record Lines(String heading, String empty) implements Reply {
        /** Refuse null. */
        public Lines {
            Objects.requireNonNull(heading);
            Objects.requireNonNull(empty);
        }
    }

    /**
     * Threads: {@link Outcome.Threads}.
     *
     * @param heading shown before them
     * @param empty shown when there are none
     */
    record Threads(String heading, String empty) implements Reply {
        /** Refuse null. */
        public Threads {
            Objects.requireNonNull(heading);
            Objects.requireNonNull(empty);
        }
    }

    /**
     * Entries of a thread: {@link Outcome.Entries}.
     *
     * @param empty shown when there are none
     */
    record Entries(String empty) implements Reply {
        /** Refuse null. */
        public Entries {
            Objects.requireNonNull(empty);
        }
    }

    /**
     * Rows of cells: {@link Outcome.Table}.
     *
     * @param columns what each cell of a row means
     * @param heading shown before them
     * @param empty shown when there are none
     */
    record Table(List<Column> columns, String heading, String empty) implements Reply {

        /** Keep a copy of the columns; there is at least one, and no two have one name. */
        public Table {
            columns = List.copyOf(columns);
            Objects.requireNonNull(heading);
            Objects.requireNonNull(empty);
            if (columns.isEmpty()) {
                throw new IllegalArgumentException("A table has at least one column");
            }
            Set<String> names = new HashSet<>();
            for (Column column : columns) {
                if (!names.add(column.name())) {
                    throw new IllegalArgumentException("A table has two columns named " + column.name());
                }
            }
        }
    }

    /**
     * The bytes of a file, which clients write into the current folder: {@link Outcome.File}.
     *
     * @param name what to call it there
     * @param done shown when it is there
     */
    record File(String name, String done) implements Reply {
        /** Refuse null. */
        public File {
            Objects.requireNonNull(name);
            Objects.requireNonNull(done);
        }
    }

    /** The end of the connection: {@link Outcome.Farewell}, {@link Outcome.Shutdown}. */
    record End() implements Reply {}

    /**
     * Describe one column of a table.
     *
     * @param name its key in RESP3 and in JSON, and its heading on a terminal: of a-z 0-9 -, a letter first
     * @param kind what its cells are, which decides how clients write them
     */
    record Column(String name, Kind kind) {

        private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

        /** Check the name. */
        public Column {
            Objects.requireNonNull(kind);
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("A column's name is of a-z 0-9 -, not '" + name + "'");
            }
        }

        /** Say what the cells of a column are, and which Java type a handler gives for one. */
        public enum Kind {
            /** A {@link forum.api.Text} or {@link String}. */
            TEXT,
            /** A {@link Long} or {@link Integer}. */
            NUMBER,
            /** A size: a {@link Long} or {@link Integer}. */
            BYTES,
            /** An {@link java.time.Instant}. */
            TIME,
            /** A {@link java.time.Duration}. */
            SECONDS,
            /** A user's {@link forum.api.Name}. */
            USER,
            /** A thread's {@link forum.api.Name}. */
            THREAD
        }
    }
}
