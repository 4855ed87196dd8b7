/** The values that every part of the forum shares. */
@NullMarked
package forum.api;

import org.jspecify.annotations.NullMarked;
