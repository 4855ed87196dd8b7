package forum.api;

import java.time.Instant;

/**
 * A message of a thread.
 *
 * @param number its present place among the thread's messages, from 1; a deletion before it lowers it
 * @param id names it for ever
 * @param author who wrote it and alone may edit or delete it
 * @param time when it was posted
 * @param edited whether its text was changed since
 * @param text what it says
 */
public record Message(int number, long id, Name author, Instant time, boolean edited, Text text) implements Entry {}
