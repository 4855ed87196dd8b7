/** The client. */
@NullMarked
package forum.client;

import org.jspecify.annotations.NullMarked;
