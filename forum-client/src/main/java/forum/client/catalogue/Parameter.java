package forum.client.catalogue;

import forum.api.command.Parameter.Kind;

/**
 * Describe an argument of a command.
 *
 * @param name as in {@code {thread}}
 * @param kind what it means; a kind of a later version is {@link Kind#WORD}
 * @param optional whether it may be left out
 */
public record Parameter(String name, Kind kind, boolean optional) {

    /** Show it in a line of usage. */
    public String usage() {
        return optional ? "[" + name + "]" : name;
    }
}
