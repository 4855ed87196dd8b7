package forum.server.plugin;

import forum.api.Name;
import forum.api.command.PluginContext;
import forum.api.storage.Actor;
import forum.api.storage.Session;
import forum.api.storage.Storage;
import forum.server.command.Commands;
import forum.server.command.Context;
import forum.server.command.Origin;
import forum.server.command.Surroundings;
import forum.server.log.OperatorLog;
import forum.server.news.News;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Hold what modules provide: the forum's own handlers, and the handlers and listeners of plugins. */
public final class PluginHost implements AutoCloseable {

    private final OperatorLog log;
    private final Services services;
    private final List<ListenerThread> listening = new ArrayList<>();

    /** Begin with none. */
    public PluginHost(OperatorLog log) {
        this.log = log;
        this.services = new Services(log);
    }

    /** Add the handlers of the server's own modules. */
    public void addOwn(Commands commands) {
        services.addOwn(commands);
    }

    /** Add the plugins in these folders. */
    public void load(List<Path> folders, Commands commands) {
        new PluginLoader(log).load(folders).forEach(layer -> services.addPlugin(layer, commands));
    }

    /** Let the listeners hear. */
    public void listen(Storage storage, Surroundings surroundings, News news) {
        for (Services.Listener listener : services.listeners()) {
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

    /** Let a listener read the forum as nobody in particular. */
    private static ListenerThread.ListenerContext context(Origin origin, Storage storage, Surroundings surroundings) {
        Name nobody = new Name(origin.name());
        Session session = storage.session(Actor.user(nobody));
        Context context = new Context(nobody, session, origin, surroundings);
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
