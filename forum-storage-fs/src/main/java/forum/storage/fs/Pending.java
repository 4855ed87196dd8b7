package forum.storage.fs;

import forum.api.Event;
import org.jspecify.annotations.Nullable;

/**
 * Hold what is to be done once it is decided whether a change is durable.
 *
 * @param effect undoes or settles the change in memory
 * @param event what to tell the feed, if there is one
 */
record Pending(Effect effect, @Nullable Event event) {}
