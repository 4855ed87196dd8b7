/**
 * Take the operator's orders to a running server on a Unix domain socket in its data folder.
 *
 * <p>Whoever may open {@code control.sock}, which is the folder's owner alone, is trusted. A connection carries one
 * order: the other side sends an array of strings, the order's word and its arguments; the server answers with pushes
 * {@code line} (for standard output) and {@code progress} (passing), then with {@code +OK}, or an error whose text is
 * one sentence, and closes.
 */
@NullMarked
package forum.server.control;

import org.jspecify.annotations.NullMarked;
