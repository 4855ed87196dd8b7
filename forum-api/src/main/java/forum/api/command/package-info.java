/**
 * The command SPI: a command is a {@link java.util.ServiceLoader} provider of
 * {@link forum.api.command.CommandHandler}, whose {@link forum.api.command.CommandSpec} tells the server and every
 * client all they need to serve it.
 */
@NullMarked
package forum.api.command;

import org.jspecify.annotations.NullMarked;
