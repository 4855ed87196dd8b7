/** What is known of the forum's content, kept at hand for completion. */
@NullMarked
package forum.client.known;

import org.jspecify.annotations.NullMarked;
