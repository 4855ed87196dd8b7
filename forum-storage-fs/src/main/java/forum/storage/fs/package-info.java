/** The embedded storage: one journal on disk, everything but attached files in memory (docs/storage-format.md). */
@NullMarked
package forum.storage.fs;

import org.jspecify.annotations.NullMarked;
