package forum.api;

import java.util.function.Function;

/**
 * Answer an operation on a forum: it is done, or it is refused and nothing has changed.
 *
 * @param <T> what the operation gives when it is done
 */
public sealed interface Answer<T> {

    /** It is done. */
    record Done<T>(T value) implements Answer<T> {}

    /** It is refused, and nothing has changed. */
    record Refused<T>(Refusal refusal) implements Answer<T> {}

    /** Go on with the value if it is done. */
    default <U> Answer<U> then(Function<? super T, Answer<U>> next) {
        return switch (this) {
            case Done<T>(T value) -> next.apply(value);
            case Refused<T>(Refusal refusal) -> new Refused<>(refusal);
        };
    }

    /** Change the value if it is done. */
    default <U> Answer<U> map(Function<? super T, ? extends U> change) {
        return then(value -> new Done<>(change.apply(value)));
    }
}
