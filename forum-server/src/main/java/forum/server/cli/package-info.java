/** The server's command line. */
@NullMarked
package forum.server.cli;

import org.jspecify.annotations.NullMarked;
