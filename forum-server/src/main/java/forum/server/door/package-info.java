/** Other protocols on the forum's port. */
@NullMarked
package forum.server.door;

import org.jspecify.annotations.NullMarked;
