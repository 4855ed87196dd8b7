/** What the server says about its commands; all that the client knows of them. */
@NullMarked
package forum.client.catalogue;

import org.jspecify.annotations.NullMarked;
