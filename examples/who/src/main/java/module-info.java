import forum.api.command.CommandHandler;
import forum.examples.who.Who;

/** A plugin: {@code WHO} lists who is online. */
module forum.examples.who {
    requires forum.api;

    provides CommandHandler with
            Who;
}
