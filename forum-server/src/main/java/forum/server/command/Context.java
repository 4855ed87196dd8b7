package forum.server.command;

import forum.api.Forum;
import forum.api.Name;
import forum.api.Text;
import forum.api.command.CommandContext;
import forum.api.command.Online;
import forum.api.command.PluginStore;
import forum.api.storage.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The context of one call of a handler, or of a listener from one {@code begin} to the next. */
public final class Context implements CommandContext, AutoCloseable {

    private final Name user;
    private final Session session;
    private final Origin origin;
    private final Surroundings surroundings;
    private final Optional<Session> trusted;
    private final Lease lease = new Lease();
    private final GuardedForum forum;
    private final Optional<GuardedForum> unrestricted;
    private final UploadTime uploadTime = new UploadTime();

    /**
     * Give this origin's code what it needs to act in a session.
     *
     * @param trusted a session of the same user without the rules of ownership, if the operator trusts this origin
     */
    public Context(Name user, Session session, Origin origin, Surroundings surroundings, Optional<Session> trusted) {
        this.user = user;
        this.session = session;
        this.origin = origin;
        this.surroundings = surroundings;
        this.trusted = trusted;
        this.forum = new GuardedForum(session, lease);
        this.unrestricted = trusted.map(all -> new GuardedForum(all, lease));
    }

    /** Tell who calls, also when the call is over. */
    public Name caller() {
        return user;
    }

    /** Tell how long the call has waited for a file. */
    public UploadTime uploadTime() {
        return uploadTime;
    }

    /** Take everything back, without closing files that a call which was given up may still read. */
    public void revoke() {
        lease.end();
    }

    /** Take everything back. */
    @Override
    public void close() {
        lease.end();
        forum.closeFiles();
        unrestricted.ifPresent(GuardedForum::closeFiles);
    }

    /** Make durable what was done without the rules of ownership; the caller's own session is synced by whoever answers. */
    void syncTrusted() {
        trusted.ifPresent(Session::sync);
    }

    /** Tell whether a page or a file is the storage's own: its code, unlike a plugin's, is the forum's. */
    boolean isOfStorage(Object given) {
        return given.getClass().getModule() == session.getClass().getModule();
    }

    @Override
    public Name user() {
        lease.require();
        return user;
    }

    @Override
    public Forum forum() {
        lease.require();
        return forum;
    }

    @Override
    public Optional<Forum> unrestricted() {
        lease.require();
        return unrestricted.map(Forum.class::cast);
    }

    @Override
    public PluginStore store() {
        lease.require();
        return new GuardedStore(session.store(origin.name()), lease);
    }

    @Override
    public InstantSource clock() {
        lease.require();
        return surroundings.clock();
    }

    @Override
    public List<Online> online() {
        lease.require();
        return surroundings.online();
    }

    @Override
    public Path cache() {
        lease.require();
        try {
            return Files.createDirectories(surroundings.caches().resolve(origin.name()));
        } catch (IOException e) {
            throw new UncheckedIOException("The cache folder of " + origin + " cannot be made", e);
        }
    }

    @Override
    public void tell(Name someone, Text line) {
        lease.require();
        surroundings.tell(someone, line);
    }
}
