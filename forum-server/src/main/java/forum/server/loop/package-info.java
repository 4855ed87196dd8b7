/** Watch many sockets on few threads, and let virtual threads wait for them. */
@NullMarked
package forum.server.loop;

import org.jspecify.annotations.NullMarked;
