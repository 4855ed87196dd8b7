/**
 * Write a forum of any storage to a folder that a person can read, and read it back without loss (docs/archive.md).
 */
@NullMarked
package forum.server.archive;

import org.jspecify.annotations.NullMarked;
