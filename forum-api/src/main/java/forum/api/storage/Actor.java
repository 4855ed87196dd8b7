package forum.api.storage;

import forum.api.Name;

/**
 * Say who acts in a session.
 *
 * @param name the author of all that the session makes
 * @param unrestricted whether the session may change what others own
 */
public record Actor(Name name, boolean unrestricted) {

    /** Act as a user, who may change only what is their own. */
    public static Actor user(Name name) {
        return new Actor(name, false);
    }
}
