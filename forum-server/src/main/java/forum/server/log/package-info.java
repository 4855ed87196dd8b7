/** The operator's log. */
@NullMarked
package forum.server.log;

import org.jspecify.annotations.NullMarked;
