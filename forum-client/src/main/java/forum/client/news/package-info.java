/** What happens in the forum while somebody uses it, as the server tells it. */
@NullMarked
package forum.client.news;

import org.jspecify.annotations.NullMarked;
