/** Files on their way between this machine and the forum. */
@NullMarked
package forum.client.file;

import org.jspecify.annotations.NullMarked;
