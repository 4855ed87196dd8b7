package forum.storage.fs;

/** Say what else a change in memory means, once it is decided whether the change is durable. */
interface Effect {

    /** Take the change back, as the latest of all that are left; with the forum's lock held. */
    void undo();

    /** Let go of what the change made superfluous, now that it is durable; with the forum's lock held. */
    default void settle() {}
}
