/** Commands and listeners from jars that strangers wrote. */
@NullMarked
package forum.server.plugin;

import org.jspecify.annotations.NullMarked;
