/** The client on a terminal: line editing, completion, colours. */
@NullMarked
package forum.client.terminal;

import org.jspecify.annotations.NullMarked;
