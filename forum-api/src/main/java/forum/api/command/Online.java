package forum.api.command;

import forum.api.Name;
import java.time.Instant;

/**
 * Describe one connection of a user who is logged in.
 *
 * @param user who it is
 * @param since when they logged in on it
 * @param active when the connection last sent a request
 */
public record Online(Name user, Instant since, Instant active) {}
