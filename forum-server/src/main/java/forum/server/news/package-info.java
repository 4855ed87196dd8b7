/** What happened in the forum, told to those who listen. */
@NullMarked
package forum.server.news;

import org.jspecify.annotations.NullMarked;
