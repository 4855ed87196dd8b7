/** The server's certificate: read, made, and taken anew when it changes. */
@NullMarked
package forum.server.tls;

import org.jspecify.annotations.NullMarked;
