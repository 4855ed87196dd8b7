package forum.api.command;

import forum.api.Answer;
import forum.api.Content;
import forum.api.ForumThread;
import forum.api.Page;
import forum.api.Refusal;
import forum.api.Secret;
import forum.api.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Say what a command has come to. The server alone writes it to the connection and to the operator's log.
 *
 * <p>An outcome must have the shape that the spec's {@link Reply} promises; {@link Refused} always fits. Any other is a
 * bug of the handler and answered {@code INTERNAL}.
 */
public sealed interface Outcome {

    /** The longest line, in {@code char}s; what is long is a {@link Lines}, {@link Table} or {@link File}. */
    int MAX_LINE = 16 * 1024;

    /**
     * One line of the forum's own words; what a user wrote is made printable in it.
     *
     * @param text cut at {@link #MAX_LINE}
     */
    record Line(String text) implements Outcome {
        /** Cut what is too long. */
        public Line {
            text = cut(text);
        }
    }

    /** Lines of text; what controls a terminal in them is shown, not done. */
    record Lines(List<Text> lines) implements Outcome {
        /** Keep a copy. */
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /** Threads. */
    record Threads(List<ForumThread> threads) implements Outcome {
        /** Keep a copy. */
        public Threads {
            threads = List.copyOf(threads);
        }
    }

    /**
     * Entries of a thread.
     *
     * @param page what {@link forum.api.ForumView#read} gave, of any size; or a page of the handler's own making, of at
     *     most {@link #MOST_OWN} entries, which is read out within the call's time
     */
    record Entries(Page page) implements Outcome {

        /** How many entries a page of a handler's own making may have. */
        public static final int MOST_OWN = 100_000;

        /** Refuse null. */
        public Entries {
            Objects.requireNonNull(page);
        }
    }

    /** Rows, each with a cell for every column, of the Java type that {@link Reply.Column.Kind} says. */
    record Table(List<List<?>> rows) implements Outcome {
        /** Keep a copy. */
        public Table {
            List<List<?>> copies = new ArrayList<>(rows.size());
            rows.forEach(row -> copies.add(List.copyOf(row)));
            rows = List.copyOf(copies);
        }
    }

    /**
     * A part of a file.
     *
     * @param content what {@link forum.api.ForumView#open} gave, or the handler's own, whose methods are called on the
     *     plugin's threads, each call within the time of a call; the server closes it
     * @param offset where the part begins, from 0
     * @param length how many bytes it has at most
     */
    record File(Content content, long offset, long length) implements Outcome {
        /** Refuse null. */
        public File {
            Objects.requireNonNull(content);
        }
    }

    /** No, and nothing has changed. */
    record Refused(Refusal refusal) implements Outcome {
        /** Refuse null. */
        public Refused {
            Objects.requireNonNull(refusal);
        }
    }

    /** The file that was asked about may be sent. */
    record Ready() implements Outcome {}

    /** The last words before the connection is closed. */
    record Farewell(String text) implements Outcome {
        /** Cut what is too long. */
        public Farewell {
            text = cut(text);
        }
    }

    /**
     * The server is to shut down.
     *
     * @param secret the admin password as given; the server judges it
     */
    record Shutdown(Secret secret) implements Outcome {
        /** Refuse null. */
        public Shutdown {
            Objects.requireNonNull(secret);
        }
    }

    /**
     * The user's password is to be changed; if it is, the answer is a line.
     *
     * @param present the present password as given; the server judges it
     * @param fresh the new one
     */
    record PasswordChange(Secret present, Secret fresh) implements Outcome {
        /** Refuse null. */
        public PasswordChange {
            Objects.requireNonNull(present);
            Objects.requireNonNull(fresh);
        }
    }

    /**
     * An outcome with a line of its own for the operator's log.
     *
     * @param outcome what the user is answered
     * @param line what the operator reads, cut at {@link #MAX_LINE}; if it is empty, nothing of the call is logged
     */
    record Logged(Outcome outcome, String line) implements Outcome {
        /** Cut what is too long. */
        public Logged {
            Objects.requireNonNull(outcome);
            line = cut(line);
        }
    }

    /** Give the operator another line than the user's. A refusal keeps its own. */
    default Outcome logged(String line) {
        return new Logged(this, line);
    }

    private static String cut(String text) {
        if (text.length() <= MAX_LINE) {
            return text;
        }
        boolean insideOfAPair = Character.isHighSurrogate(text.charAt(MAX_LINE - 2));
        return text.substring(0, MAX_LINE - (insideOfAPair ? 2 : 1)) + "…";
    }

    /** Turn an answer into an outcome: the refusal, or what is made of the value. */
    static <T> Outcome of(Answer<T> answer, Function<? super T, ? extends Outcome> done) {
        return switch (answer) {
            case Answer.Done<T>(T value) -> done.apply(value);
            case Answer.Refused<T>(Refusal refusal) -> new Refused(refusal);
        };
    }
}
