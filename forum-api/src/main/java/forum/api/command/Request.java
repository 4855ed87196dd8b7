package forum.api.command;

import java.util.Optional;

/**
 * Give a handler the arguments of one call, parsed and counted as its spec says.
 *
 * <p>Made by the server for one call; use it only within that call and on its thread.
 */
public interface Request {

    /**
     * Give a required argument.
     *
     * @throws IllegalArgumentException if the spec has no such parameter, or it may be left out and was
     */
    <T> T value(Parameter<T> parameter);

    /**
     * Give an argument that may be left out.
     *
     * @throws IllegalArgumentException if the spec has no such parameter
     */
    <T> Optional<T> optional(Parameter<T> parameter);
}
