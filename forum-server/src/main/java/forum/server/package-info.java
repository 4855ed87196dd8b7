/** The server. */
@NullMarked
package forum.server;

import org.jspecify.annotations.NullMarked;
