package forum.server.connection;

import forum.api.Name;

/**
 * How far a connection has come with its login.
 *
 * <pre>
 *             LOGIN-N known            LOGIN-P right
 *          +-----------------> Known -----------------+
 * Stranger |                                          +--> LoggedIn
 *          +-----------------> New -------------------+
 *             LOGIN-N unknown          LOGIN-NP
 *
 * Stranger ------------------ AUTH -----------------------> LoggedIn ---- RESET ----> Stranger
 * </pre>
 */
sealed interface LoginState {

    /** Nobody yet. */
    record Stranger() implements LoginState {}

    /** Somebody who says to be a user that there is. */
    record Known(Name user) implements LoginState {}

    /** Somebody who asks for a name that nobody has. */
    record New(Name user) implements LoginState {}

    /** A user. */
    record LoggedIn(Member member) implements LoginState {}
}
