import forum.api.command.CommandHandler;
import greet.GreetCommand;

/** A plugin for a forum. */
module greet {
    requires forum.api;

    provides CommandHandler with
            GreetCommand;
}
