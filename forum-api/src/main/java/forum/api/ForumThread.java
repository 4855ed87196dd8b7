package forum.api;

import java.time.Instant;

/**
 * Describe a thread at one moment.
 *
 * @param title what users call it; free for another thread once this one is removed
 * @param id names this thread for ever; key by it whatever must outlive a removal
 * @param owner who created it and alone may remove it
 * @param messages how many messages it holds; the last one's number
 * @param files how many files are attached
 * @param created when it was created
 * @param active when something last changed in it
 * @param revision grows by one with each change; a gap shows that a change was missed
 */
public record ForumThread(
        Name title, long id, Name owner, int messages, int files, Instant created, Instant active, long revision) {}
