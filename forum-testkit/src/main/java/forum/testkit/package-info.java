/**
 * A forum to test against: a real server in this process, on a free port, with a clock that stands still until it is
 * told otherwise, a log that can be read, and clients that fail with a clear message instead of hanging.
 */
@NullMarked
package forum.testkit;

import org.jspecify.annotations.NullMarked;
