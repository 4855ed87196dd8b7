package forum.client.terminal;

import forum.client.net.Connection;
import forum.client.net.ConnectionException;
import java.util.Optional;
import org.jline.utils.AttributedString;

/**
 * Read what the user types: Ctrl-C begins a line again, Ctrl-D ends the input, and the end of the connection is the end
 * of reading too.
 */
final class Input {

    private final LineEditing editing;
    private final Connection connection;

    Input(LineEditing editing, Connection connection) {
        this.editing = editing;
        this.connection = connection;
    }

    Optional<String> answer(String prompt) throws ConnectionException {
        Optional<FirstQuestion> meanwhile = editing.meanwhile();
        return meanwhile.isPresent()
                ? meanwhile.get().ask(prompt, connection)
                : again(() -> editing.editor().answer(prompt));
    }

    Optional<String> secret(String prompt) throws ConnectionException {
        return again(() -> editing.editor().secret(prompt));
    }

    Optional<String> command(AttributedString prompt) throws ConnectionException {
        return again(() -> editing.editor().command(prompt, ""));
    }

    /** The same while there is no connection; empty at the end of the input, or when there is one. */
    Optional<String> offline(AttributedString prompt) {
        while (true) {
            try {
                return editing.editor().command(prompt, "");
            } catch (Cleared cleared) {
                editing.editor().getTerminal().flush();
            }
        }
    }

    /** Ask for an answer; Ctrl-C gives none. */
    Optional<String> answerOrNone(String prompt) throws ConnectionException {
        return orNone(() -> editing.editor().answer(prompt));
    }

    /** Ask for a secret; Ctrl-C gives none. */
    Optional<String> secretOrNone(String prompt) throws ConnectionException {
        return orNone(() -> editing.editor().secret(prompt));
    }

    /** Let the user change what is typed already; empty when it was cleared. */
    Optional<String> change(AttributedString prompt, String typed) throws ConnectionException {
        return orNone(() -> editing.editor().command(prompt, typed));
    }

    private Optional<String> orNone(Reading reading) throws ConnectionException {
        try {
            return unlessEnded(reading.line());
        } catch (Cleared cleared) {
            return Optional.empty();
        }
    }

    private Optional<String> again(Reading reading) throws ConnectionException {
        while (true) {
            try {
                return unlessEnded(reading.line());
            } catch (Cleared cleared) {
                editing.editor().getTerminal().flush();
            }
        }
    }

    private Optional<String> unlessEnded(Optional<String> line) throws ConnectionException {
        if (connection.ended().isDone()) {
            throw new ConnectionException(connection.ended().join());
        }
        return line;
    }

    @FunctionalInterface
    private interface Reading {
        Optional<String> line() throws Cleared;
    }
}
