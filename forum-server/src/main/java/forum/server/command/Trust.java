package forum.server.command;

import forum.api.Name;
import forum.api.storage.Actor;
import forum.api.storage.Session;
import forum.api.storage.Storage;
import java.util.Optional;
import java.util.Set;

/**
 * Know which plugins the operator trusts to change what others own. Immutable.
 *
 * @param plugins their names
 * @param storage where they do it
 */
public record Trust(Set<String> plugins, Storage storage) {

    /** Give the session in which a trusted plugin acts for a user; empty if it is not trusted. */
    Optional<Session> session(Origin origin, Name user) {
        return origin.plugin() && plugins.contains(origin.name())
                ? Optional.of(storage.session(new Actor(user, true)))
                : Optional.empty();
    }
}
