/**
 * The values of a forum and the operations on it: threads that hold numbered messages and files.
 *
 * <p>Everything here is immutable unless it says otherwise, and no method takes or returns null.
 */
@NullMarked
package forum.api;

import org.jspecify.annotations.NullMarked;
