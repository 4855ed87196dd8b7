package forum.api.storage;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Open a kind of storage, and look after what it keeps.
 *
 * <ul>
 *   <li><b>Called by</b> the server's command line.
 *   <li><b>Threading:</b> one call at a time.
 *   <li><b>Lifecycle:</b> created once by {@link java.util.ServiceLoader}; keeps no state.
 *   <li><b>Failure:</b> every method throws {@link StorageException}, with one sentence for the operator.
 * </ul>
 */
public interface StorageProvider {

    /** Tell what the operator calls it: {@code --storage NAME}. */
    String name();

    /**
     * Open the storage, and make it if it is new; all that was ever durable is in it.
     *
     * @throws StorageException {@code IN_USE} if another server has it open, {@code DAMAGED} if what is kept cannot be
     *     trusted, {@code IO} if it cannot be read or written
     */
    Storage open(Config config);

    /**
     * Check all that is kept, changing nothing, with the storage closed.
     *
     * @param report gets one line for everything found
     * @return whether all is sound
     */
    boolean check(Config config, Consumer<String> report);

    /**
     * Keep all that is sound and drop the rest, with the storage closed.
     *
     * @param report gets one line for everything dropped
     */
    void repair(Config config, Consumer<String> report);

    /**
     * Copy a closed storage. A copy appears at its place when it is whole and durable, not before; what was broken off
     * is never mistaken for one.
     *
     * @param target a folder that is empty or does not exist
     * @param report gets what is being done, often; it may throw to break the copy off, which is then cleared away
     * @throws StorageException {@code DAMAGED} if what is kept is not sound
     * @see Storage#backup
     */
    void backup(Config config, Path target, Consumer<String> report);

    /**
     * Begin a storage that is filled with what another one held.
     *
     * @param config where to; its folder is empty or does not exist
     */
    Restoration restore(Config config);

    /**
     * Say where and how to keep the forum.
     *
     * @param folder the server's data folder; it exists, but where a method says otherwise
     * @param settings what the operator set for this kind of storage
     * @param clock what tells the time of a change
     * @param capacity how much the forum takes in
     */
    record Config(Path folder, Map<String, String> settings, InstantSource clock, Capacity capacity) {

        /** Keep a copy of the settings. */
        public Config {
            settings = Map.copyOf(settings);
        }

        /** Take in as much as comes. */
        public Config(Path folder, Map<String, String> settings, InstantSource clock) {
            this(folder, settings, clock, Capacity.UNLIMITED);
        }
    }
}
