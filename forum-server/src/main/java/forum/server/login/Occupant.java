package forum.server.login;

import java.time.Instant;

/** A connection that holds a name. Thread-safe. */
public interface Occupant {

    /** Tell when it last sent something. */
    Instant active();

    /** Tell whether nothing has come from it for so long that it might be dead. */
    boolean isSilent();

    /** Log it out and close it, once what it is doing is done; returns at once. */
    void dismiss();

    /** Make TCP find out within two seconds whether the other side is still there; a dead connection then ends. */
    void probe();

    /** Let TCP be as patient again as it was before. */
    void endProbe();
}
