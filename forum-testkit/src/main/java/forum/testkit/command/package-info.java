/**
 * The contract of the command SPI as tests, and a bench to call a handler on without a server.
 *
 * <p>Whoever writes a command lets one test class implement {@link forum.testkit.command.HandlerContract}.
 */
@NullMarked
package forum.testkit.command;

import org.jspecify.annotations.NullMarked;
