package forum.client.line;

import forum.client.catalogue.Command;
import forum.client.catalogue.Parameter;

/** Say what a line that somebody typed has come to. */
public sealed interface Typed {

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
    record Incomplete(Invocation given, Parameter missing) implements Typed {}

    /** A command with more than it takes. */
    record TooMuch(Command command) implements Typed {}

    /** No command. */
    record Unknown(String word) implements Typed {}
}
