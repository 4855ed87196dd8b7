package forum.server.connection;

import forum.api.storage.Storage;
import forum.server.Network;
import forum.server.command.Commands;
import forum.server.command.Dispatcher;
import forum.server.door.Door;
import forum.server.log.OperatorLog;
import forum.server.login.Accounts;
import forum.server.login.AdminPassword;
import forum.server.login.Presence;
import forum.server.login.Registration;
import forum.server.news.News;
import forum.server.tls.Certificates;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * What all connections share.
 *
 * @param network how those who connect are met
 * @param certificates who knows the server's certificate, if it has one
 * @param storage where the forum is kept
 * @param commands what may be called
 * @param dispatcher who calls it
 * @param doors the other protocols that are spoken
 * @param largestFile how many bytes a file may have
 * @param accounts who knows passwords
 * @param registration who makes accounts
 * @param presence who knows who is in
 * @param news who tells what happens
 * @param log what the operator reads
 * @param clock what tells the time
 * @param shutdown what {@code SHT} asks for
 */
public record Hub(
        Network network,
        Optional<Certificates> certificates,
        Storage storage,
        Commands commands,
        Dispatcher dispatcher,
        List<Door> doors,
        long largestFile,
        Accounts accounts,
        Registration registration,
        Presence presence,
        News news,
        OperatorLog log,
        InstantSource clock,
        Shutdown shutdown) {

    /** What everybody is told when the server ends. */
    public static final String FAREWELL = Door.FAREWELL;

    /**
     * What {@code SHT} needs.
     *
     * @param password judges the admin password
     * @param begin begins to end the server; returns at once
     */
    public record Shutdown(AdminPassword password, Runnable begin) {}
}
