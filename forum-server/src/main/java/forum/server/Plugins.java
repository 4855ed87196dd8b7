package forum.server;

import forum.api.command.CommandHandler;
import forum.api.command.ForumListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Say which plugins a server is to have. Immutable; begin with {@link #NONE}.
 *
 * @param folders where to look for them, besides {@code plugins} in the data folder
 * @param handlers commands besides those that are found; they are run as those of plugins are
 * @param listeners listeners besides those that are found; one that is a handler too is given as both
 * @param trusted the names of plugins for which the rules of ownership do not hold if they ask
 *     ({@link forum.api.command.CommandContext#unrestricted})
 * @param limit how long a call may take, and the making of a handler or listener
 */
public record Plugins(
        List<Path> folders,
        List<CommandHandler> handlers,
        List<ForumListener> listeners,
        Set<String> trusted,
        Duration limit) {

    /** None but those in the data folder. */
    public static final Plugins NONE = new Plugins(List.of(), List.of(), List.of(), Set.of(), Duration.ofSeconds(10));

    /** Keep copies. */
    public Plugins {
        folders = List.copyOf(folders);
        handlers = List.copyOf(handlers);
        listeners = List.copyOf(listeners);
        trusted = Set.copyOf(trusted);
    }

    /** Look in these folders. */
    public Plugins in(List<Path> places) {
        return new Plugins(places, handlers, listeners, trusted, limit);
    }

    /** Serve these objects: each is a handler, a listener, or both. */
    public Plugins of(Object... services) {
        return new Plugins(
                folders, only(CommandHandler.class, services), only(ForumListener.class, services), trusted, limit);
    }

    /** Trust these. */
    public Plugins trusting(Set<String> names) {
        return new Plugins(folders, handlers, listeners, names, limit);
    }

    /** Give each call so long. */
    public Plugins limitedTo(Duration time) {
        return new Plugins(folders, handlers, listeners, trusted, time);
    }

    private static <T> List<T> only(Class<T> service, Object... services) {
        return List.of(services).stream()
                .filter(service::isInstance)
                .map(service::cast)
                .toList();
    }
}
