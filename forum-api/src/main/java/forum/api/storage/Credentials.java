package forum.api.storage;

import forum.api.Name;
import java.util.List;
import java.util.Optional;

/**
 * Keep for each user an opaque string, which the server makes from the password.
 *
 * <ul>
 *   <li><b>Called by</b> the server alone, at logins and for the operator; plugins never see it.
 *   <li><b>Threading:</b> thread-safe; every change is atomic.
 *   <li><b>Lifecycle:</b> that of its {@link Storage}.
 *   <li><b>Failure:</b> {@link StorageException}, and nothing has changed.
 *   <li><b>Durability:</b> a change is durable when its call returns.
 *   <li><b>Limits:</b> a string is one line without control characters.
 * </ul>
 */
public interface Credentials {

    /** List the users, in the order in which they came. */
    List<Name> names();

    /** Find a user's string; empty if there is no such user. */
    Optional<String> find(Name user);

    /** Add a user, and tell whether that was done; of many who race for one name, one succeeds. */
    boolean add(Name user, String credential);

    /** Replace a user's string if it is still the expected one, and tell whether it was. */
    boolean replace(Name user, String expected, String credential);

    /** Remove a user whose string is still the expected one, and tell whether it was. */
    boolean remove(Name user, String expected);
}
