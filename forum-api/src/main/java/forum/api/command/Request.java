package forum.api.command;

import java.util.Optional;

/**
 * Give a handler the arguments of one call, counted and parsed as its spec says.
 *
 * <p>Made by the server for one call; use it only within that call and on its thread. Nothing in it was checked beyond
 * its form: a thread may not exist, a {@link forum.api.Name} may be one that nothing can bear. The forum's operations
 * check what they are given.
 */
public interface Request {

    /**
     * Give a required argument.
     *
     * @param parameter one of the spec's own
     * @throws IllegalArgumentException if the spec has no such parameter, or it may be left out and was
     */
    <T> T value(Parameter<T> parameter);

    /**
     * Give an argument that may be left out.
     *
     * @param parameter one of the spec's own
     * @return empty if it was left out
     * @throws IllegalArgumentException if the spec has no such parameter
     */
    <T> Optional<T> optional(Parameter<T> parameter);
}
