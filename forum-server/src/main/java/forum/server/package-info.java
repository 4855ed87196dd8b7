/** Start and stop a forum server inside a Java program, as the server image and the test kit do. */
@NullMarked
package forum.server;

import org.jspecify.annotations.NullMarked;
