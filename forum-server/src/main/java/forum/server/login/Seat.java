package forum.server.login;

import forum.api.Name;
import java.time.Instant;

/**
 * The place that a logged-in connection holds.
 *
 * @param user whose name is held
 * @param role how they logged in
 * @param since when
 * @param occupant the connection
 */
public record Seat(Name user, Role role, Instant since, Occupant occupant) {}
