package forum.client.line;

import forum.api.Printable;
import forum.client.catalogue.Command;
import forum.client.catalogue.Parameter;
import java.util.Optional;

/** Say what a line that somebody typed has come to. */
public sealed interface Typed {

    /** Said to what is no command. */
    String INVALID_COMMAND = "Invalid command";

    /** Say, printable, why it cannot be carried out; empty where it can be, or where there is nothing to do. */
    default Optional<String> objection() {
        return Optional.empty();
    }

    /** Nothing but white space. */
    record Nothing() implements Typed {}

    /** A command with all it needs. */
    record Complete(Invocation invocation) implements Typed {}

    /**
     * A command for which something is missing.
     *
     * @param given what is there
     * @param missing the first that is not
     */
    record Incomplete(Invocation given, Parameter missing) implements Typed {
        @Override
        public Optional<String> objection() {
            return Optional.of(given.command().incorrectSyntax());
        }
    }

    /** A command with more than it takes. */
    record TooMuch(Command command) implements Typed {
        @Override
        public Optional<String> objection() {
            return Optional.of(command.incorrectSyntax());
        }
    }

    /** No command. */
    record Unknown(String word) implements Typed {
        @Override
        public Optional<String> objection() {
            return Optional.of(INVALID_COMMAND + ": " + Printable.line(word));
        }
    }
}
