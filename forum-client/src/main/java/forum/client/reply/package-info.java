/** From a reply to what a person reads of it. */
@NullMarked
package forum.client.reply;

import org.jspecify.annotations.NullMarked;
