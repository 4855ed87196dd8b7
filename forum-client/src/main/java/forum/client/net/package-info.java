/** The connection to a server: requests and replies in order, pushes beside them, and how it ends. */
@NullMarked
package forum.client.net;

import org.jspecify.annotations.NullMarked;
