/** Logging in and giving commands, the same for a person at a terminal and for piped input. */
@NullMarked
package forum.client.dialogue;

import org.jspecify.annotations.NullMarked;
