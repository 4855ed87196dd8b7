import forum.api.command.CommandHandler;
import forum.api.command.ForumListener;
import forum.examples.watch.Watch;

/** A plugin that remembers and listens: {@code WCH} watches threads. */
module forum.examples.watch {
    requires forum.api;

    provides CommandHandler with
            Watch;
    provides ForumListener with
            Watch;
}
