/** Who may come in, and who is in. */
@NullMarked
package forum.server.login;

import org.jspecify.annotations.NullMarked;
