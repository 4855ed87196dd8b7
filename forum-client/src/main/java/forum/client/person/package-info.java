/** What helps a person to give commands, on whatever terminal: explanations, questions, an editor, news. */
@NullMarked
package forum.client.person;

import org.jspecify.annotations.NullMarked;
