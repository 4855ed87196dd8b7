/** The commands: their registry, their catalogue, their arguments and their outcomes on the wire. */
@NullMarked
package forum.server.command;

import org.jspecify.annotations.NullMarked;
