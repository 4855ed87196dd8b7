/**
 * The contract of the storage SPI as tests, and a storage in memory.
 *
 * <p>Whoever writes a storage lets one test class implement {@link forum.testkit.storage.StorageContract}.
 */
@NullMarked
package forum.testkit.storage;

import org.jspecify.annotations.NullMarked;
