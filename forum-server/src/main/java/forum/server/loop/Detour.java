package forum.server.loop;

/** Something that may wait for the disk, and so is done beside the loop, and what comes after it. */
public interface Detour {

    /** Do what may wait; beside the loop, while nobody else touches what this belongs to. Never throws. */
    void beside();

    /** Go on; on the loop. Never throws. */
    void back();
}
