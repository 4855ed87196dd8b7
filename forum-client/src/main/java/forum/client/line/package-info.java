/** From a line as somebody typed it to a command with its arguments. */
@NullMarked
package forum.client.line;

import org.jspecify.annotations.NullMarked;
