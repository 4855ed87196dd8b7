package forum.api.storage;

import forum.api.Name;
import java.util.List;
import java.util.Optional;

/**
 * Keep for each user an opaque string, which the server makes from the password.
 *
 * <p>Thread-safe; every change is atomic, and durable when its call returns. Throws {@link StorageException} when it
 * cannot be, and has changed nothing then. A string is one line without control characters.
 */
public interface Credentials {

    /** List the users, in the order in which they came. */
    List<Name> names();

    /** Find a user's string. */
    Optional<String> find(Name user);

    /** Add a user; of many who race for one name, one succeeds. */
    boolean add(Name user, String credential);

    /** Replace a user's string if it is still the expected one. */
    boolean replace(Name user, String expected, String credential);

    /** Remove a user whose string is still the expected one. */
    boolean remove(Name user, String expected);
}
