package forum.server.plugin;

import forum.api.Name;
import forum.api.command.PluginContext;
import forum.api.storage.Actor;
import forum.api.storage.Session;
import forum.api.storage.Storage;
import forum.server.Plugins;
import forum.server.StartException;
import forum.server.command.Commands;
import forum.server.command.Context;
import forum.server.command.Origin;
import forum.server.command.Registered;
import forum.server.command.Surroundings;
import forum.server.log.OperatorLog;
import forum.server.news.News;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Hold what modules provide: the forum's own handlers, and the handlers and listeners of plugins. */
public final class PluginHost implements AutoCloseable {

    private final Consumer<String> complain;
    private final List<ListenerThread> listening = new ArrayList<>();
    private List<Services.Listener> listeners = List.of();
    private List<String> lines = List.of();

    /**
     * Begin with none.
     *
     * @param complain hears in one sentence of each plugin, or part of one, that is left out
     */
    public PluginHost(Consumer<String> complain) {
        this.complain = complain;
    }

    /**
     * Find all that is to be served.
     *
     * @param data the data folder, which may have plugins
     * @param reserved words that no command may take
     * @throws StartException if two commands or two plugins have one name, or one of the forum's own is missing
     */
    public Commands load(Path data, Plugins plugins, Set<String> reserved) {
        Commands commands = new Commands(reserved);
        Services services = new Services(commands, plugins.limit(), complain);
        services.addOwn();
        services.addGiven(plugins.handlers(), plugins.listeners());
        List<Path> folders = new ArrayList<>(plugins.folders());
        folders.add(data.resolve("plugins"));
        new PluginLoader(complain).load(folders).forEach(services::addPlugin);
        commands.requireComplete();
        listeners = services.listeners();
        lines = lines(commands, plugins.trusted());
        return commands;
    }

    /** Say for each origin, the forum's own first, what it brings: {@code forum.examples.who 0.1.0 (…/who.jar): WHO}. */
    public List<String> lines() {
        return lines;
    }

    /** Let the listeners hear. */
    public void listen(Storage storage, Surroundings surroundings, News news, OperatorLog log) {
        for (Services.Listener listener : listeners) {
            ListenerThread thread =
                    new ListenerThread(listener, () -> context(listener.origin(), storage, surroundings), log);
            listening.add(thread);
            news.add(thread);
        }
    }

    @Override
    public void close() {
        listening.forEach(ListenerThread::close);
    }

    private List<String> lines(Commands commands, Set<String> trusted) {
        Map<String, List<String>> brought = new LinkedHashMap<>();
        Map<String, String> plugins = new LinkedHashMap<>();
        for (Registered command : commands.all()) {
            bring(brought, plugins, command.origin(), command.spec().name());
        }
        listeners.forEach(listener -> bring(brought, plugins, listener.origin(), "(listens)"));
        for (String name : trusted) {
            if (plugins.containsKey(name)) {
                brought.get(plugins.get(name)).add("(trusted)");
            } else {
                complain.accept("No plugin is named " + name + ", so there is nothing to trust");
            }
        }
        return brought.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + String.join(" ", entry.getValue()))
                .toList();
    }

    private static void bring(
            Map<String, List<String>> brought, Map<String, String> plugins, Origin origin, String word) {
        brought.computeIfAbsent(origin.inFull(), _ -> new ArrayList<>()).add(word);
        if (origin.plugin()) {
            plugins.put(origin.name(), origin.inFull());
        }
    }

    /** Let a listener read the forum as nobody in particular. */
    private static ListenerThread.ListenerContext context(Origin origin, Storage storage, Surroundings surroundings) {
        Name nobody = new Name(origin.name());
        Session session = storage.session(Actor.user(nobody));
        Context context = new Context(nobody, session, origin, surroundings, Optional.empty());
        return new ListenerThread.ListenerContext() {
            @Override
            public PluginContext context() {
                return context;
            }

            @Override
            public void sync() {
                session.sync();
            }

            @Override
            public void close() {
                context.close();
            }
        };
    }
}
