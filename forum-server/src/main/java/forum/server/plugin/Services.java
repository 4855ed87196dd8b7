package forum.server.plugin;

import forum.api.command.CommandHandler;
import forum.api.command.ForumListener;
import forum.server.StartException;
import forum.server.command.Commands;
import forum.server.command.Origin;
import forum.server.log.OperatorLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Find the handlers and listeners that modules provide; a class that is both is created once. */
public final class Services {

    /** A listener and where it came from. */
    public record Listener(ForumListener listener, Origin origin) {}

    private final OperatorLog log;
    private final Map<Class<?>, Object> created = new HashMap<>();
    private final List<Listener> listeners = new ArrayList<>();

    /** Report what cannot be created to this log. */
    public Services(OperatorLog log) {
        this.log = log;
    }

    /** List the listeners found so far. */
    public List<Listener> listeners() {
        return List.copyOf(listeners);
    }

    /** Take the handlers and listeners of the server's own modules; one that cannot be created stops the start. */
    public void addOwn(Commands commands) {
        for (ServiceLoader.Provider<CommandHandler> provider :
                ServiceLoader.load(CommandHandler.class).stream().toList()) {
            commands.add(create(provider), Origin.own(provider.type()));
        }
    }

    /** Take the handlers and listeners of a plugin; one that cannot be created is reported and left out. */
    public void addPlugin(ModuleLayer layer, Commands commands) {
        of(layer, CommandHandler.class).forEach(provider -> {
            try {
                commands.add(create(provider), Origin.plugin(provider.type()));
            } catch (StartException clash) {
                throw clash;
            } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
                report(provider, e);
            }
        });
        of(layer, ForumListener.class).forEach(provider -> {
            try {
                listeners.add(new Listener(create(provider), Origin.plugin(provider.type())));
            } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
                report(provider, e);
            }
        });
    }

    /** Find the layer's own providers; the service loader also gives those of the layers below it. */
    private <T> List<ServiceLoader.Provider<T>> of(ModuleLayer layer, Class<T> service) {
        try {
            ServiceLoader<T> loader = ServiceLoader.load(layer, service);
            return loader.stream()
                    .filter(p -> p.type().getModule().getLayer() == layer)
                    .toList();
        } catch (ServiceConfigurationError e) {
            log.warning("A plugin is not served: " + e.getMessage());
            return List.of();
        }
    }

    private <T> T create(ServiceLoader.Provider<T> provider) {
        @SuppressWarnings("unchecked") // what was created for this type before is of this type
        T service = (T) created.computeIfAbsent(provider.type(), _ -> provider.get());
        return service;
    }

    private void report(ServiceLoader.Provider<?> provider, Throwable e) {
        log.warning(provider.type().getName() + " of " + Origin.plugin(provider.type()) + " is not served: "
                + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
    }
}
