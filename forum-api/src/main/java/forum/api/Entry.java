package forum.api;

import java.time.Instant;

/** What stands in a thread, in the order in which it came: messages and attached files. */
public sealed interface Entry permits Message, Attachment {

    /** Name this entry for ever; ids grow over the whole forum. */
    long id();

    /** Tell who wrote or attached it. */
    Name author();

    /** Tell when it came. */
    Instant time();
}
