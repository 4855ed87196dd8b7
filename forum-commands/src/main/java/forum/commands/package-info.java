/** The forum's own commands: one word, one class. What they answer, word for word, is in docs/protocol.md. */
@NullMarked
package forum.commands;

import org.jspecify.annotations.NullMarked;
