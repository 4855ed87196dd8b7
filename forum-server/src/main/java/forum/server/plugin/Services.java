package forum.server.plugin;

import forum.api.command.CommandHandler;
import forum.api.command.CommandSpec;
import forum.api.command.ForumListener;
import forum.server.StartException;
import forum.server.command.Commands;
import forum.server.command.Origin;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Find the handlers and listeners that modules provide; a class that is both is created once. */
final class Services {

    /** A listener and where it came from. */
    record Listener(ForumListener listener, Origin origin) {}

    private record Described(CommandHandler handler, CommandSpec spec) {}

    private final Consumer<String> complain;
    private final Commands commands;
    private final Duration limit;
    private final Map<Class<?>, Optional<Object>> created = new HashMap<>();
    private final Map<String, Path> places = new HashMap<>();
    private final List<Listener> listeners = new ArrayList<>();

    /** Collect commands there, giving each the limit to be made, and say in a sentence what cannot be served. */
    Services(Commands commands, Duration limit, Consumer<String> complain) {
        this.commands = commands;
        this.limit = limit;
        this.complain = complain;
    }

    /** List the listeners found so far. */
    List<Listener> listeners() {
        return List.copyOf(listeners);
    }

    /** Take the handlers of the server's own modules; one that cannot be created stops the start. */
    void addOwn() {
        for (CommandHandler handler : ServiceLoader.load(CommandHandler.class)) {
            commands.add(handler.spec(), handler, Origin.own(handler.getClass()));
        }
    }

    /** Take objects that were made by others, as if they were a plugin's. */
    void addGiven(List<CommandHandler> handlers, List<ForumListener> given) {
        handlers.forEach(handler -> commands.add(handler.spec(), handler, Origin.plugin(handler.getClass())));
        given.forEach(listener -> listeners.add(new Listener(listener, Origin.plugin(listener.getClass()))));
    }

    /** Take the handlers and listeners of a plugin; one that cannot be created is reported and left out. */
    void addPlugin(Plugin plugin) {
        if (providesNothing(plugin.layer())) {
            complain.accept("The plugin " + plugin.place() + " provides no command and no listener");
        }
        List<Provider<CommandHandler>> handlers = of(plugin, CommandHandler.class);
        List<Provider<ForumListener>> heard = of(plugin, ForumListener.class);
        for (Provider<CommandHandler> provider : handlers) {
            create(plugin, provider)
                    .flatMap(handler -> described(plugin, handler))
                    .ifPresent(
                            described -> commands.add(described.spec(), described.handler(), origin(plugin, provider)));
        }
        for (Provider<ForumListener> provider : heard) {
            create(plugin, provider)
                    .ifPresent(listener -> listeners.add(new Listener(listener, origin(plugin, provider))));
        }
    }

    private static boolean providesNothing(ModuleLayer layer) {
        return layer.modules().stream()
                .flatMap(module -> module.getDescriptor().provides().stream())
                .map(ModuleDescriptor.Provides::service)
                .noneMatch(Set.of(CommandHandler.class.getName(), ForumListener.class.getName())::contains);
    }

    /** Find the layer's own providers; the service loader also gives those of the layers below it. */
    private <T> List<Provider<T>> of(Plugin plugin, Class<T> service) {
        List<Provider<T>> own = new ArrayList<>();
        Iterator<Provider<T>> all =
                ServiceLoader.load(plugin.layer(), service).stream().iterator();
        try {
            while (all.hasNext()) {
                Provider<T> provider = all.next();
                if (provider.type().getModule().getLayer() == plugin.layer()) {
                    own.add(provider);
                }
            }
        } catch (ServiceConfigurationError | LinkageError e) {
            complain.accept("The plugin " + plugin.place() + " is not served whole: " + Complaints.reason(e));
        }
        return own;
    }

    /** Name where a service comes from; two plugins of one name would share one store. */
    private Origin origin(Plugin plugin, Provider<?> provider) {
        Origin origin = Origin.plugin(provider.type());
        Path other = places.putIfAbsent(origin.name(), plugin.place());
        if (other != null && !other.equals(plugin.place())) {
            throw new StartException(
                    "Two plugins are named " + origin.name() + ": " + other + " and " + plugin.place());
        }
        return origin;
    }

    private <T> Optional<T> create(Plugin plugin, Provider<T> provider) {
        @SuppressWarnings("unchecked") // what was created for this type before is of this type
        Optional<T> service = (Optional<T>)
                created.computeIfAbsent(provider.type(), type -> attempt(plugin, type, "created", provider::get));
        return service;
    }

    private Optional<Described> described(Plugin plugin, CommandHandler handler) {
        return attempt(plugin, handler.getClass(), "described", () -> {
            CommandSpec spec = handler.spec();
            if (spec == null) {
                throw new IllegalStateException("spec() gave null");
            }
            return new Described(handler, spec);
        });
    }

    /** Run a plugin's code on a thread of its own: it may throw anything, or never return. */
    private <T> Optional<T> attempt(Plugin plugin, Class<?> type, String what, Callable<? extends T> code) {
        FutureTask<T> attempt = new FutureTask<>(code::call);
        Thread thread = Thread.ofPlatform().daemon().name("plugin-start").start(attempt);
        String why;
        try {
            return Optional.of(attempt.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            why = Complaints.reason(e);
        } catch (TimeoutException e) {
            thread.interrupt();
            why = "it took longer than " + limit.toSeconds() + " s";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            why = "the start was interrupted";
        }
        complain.accept(type.getName() + " of the plugin " + plugin.place() + " cannot be " + what + ": " + why);
        return Optional.empty();
    }
}
