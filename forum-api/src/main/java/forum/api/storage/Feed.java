package forum.api.storage;

import forum.api.Event;

/**
 * Hear of every change of a storage.
 *
 * <ul>
 *   <li><b>Called by</b> the storage, once a change is durable, in order within a thread.
 *   <li><b>Threading:</b> one call at a time; returns quickly and never blocks.
 *   <li><b>Failure:</b> never throws.
 * </ul>
 */
public interface Feed {

    /** Take note of a change. */
    void changed(Event event);

    /** Take note that changes may have been made that were not told. */
    void lost();
}
