/** The client as a tool for scripts: commands in, data out, an exit status. */
@NullMarked
package forum.client.script;

import org.jspecify.annotations.NullMarked;
