package forum.client.dialogue;

import forum.client.file.Folder;
import forum.client.net.Address;
import forum.client.net.Connection;
import forum.client.net.ConnectionException;
import forum.client.net.Ending;
import java.util.Optional;
import java.util.function.Function;

/** Talk with a forum until the user or the server leaves: over one connection after another, where one is lost. */
public final class Conversation {

    private final Address address;
    private final Folder folder;

    /** Go on over a connection, as whoever is logged in there. */
    private record Leg(Connection connection, Console console, Optional<Account> account) {}

    /** Talk with the forum at that address, with files of that folder. */
    public Conversation(Address address, Folder folder) {
        this.address = address;
        this.folder = folder;
    }

    /**
     * Talk.
     *
     * @param place where to talk about a connection
     * @throws ConnectionException when a connection ends first and is not to be had back, and how
     */
    public void run(Function<Connection, Console> place) throws ConnectionException {
        Connection first = Connection.open(address);
        Optional<Leg> leg = Optional.of(new Leg(first, place.apply(first), Optional.empty()));
        while (leg.isPresent()) {
            leg = next(leg.get());
        }
    }

    /** Talk over one connection; what follows if it is lost. */
    private Optional<Leg> next(Leg leg) throws ConnectionException {
        try (Connection connection = leg.connection();
                Console console = leg.console()) {
            connection.keepAlive();
            Dialogue dialogue = new Dialogue(connection, console, folder);
            try {
                run(dialogue, leg.account());
                return Optional.empty();
            } catch (ConnectionException e) {
                return Optional.of(afterLoss(e, dialogue, console));
            }
        }
    }

    private void run(Dialogue dialogue, Optional<Account> account) throws ConnectionException {
        if (account.isPresent()) {
            dialogue.resume(account.get());
        } else {
            dialogue.run(address.user());
        }
    }

    private Leg afterLoss(ConnectionException loss, Dialogue dialogue, Console console) throws ConnectionException {
        if (!(loss.ending() instanceof Ending.Lost(String sentence))
                || dialogue.account().isEmpty()) {
            throw loss;
        }
        Account account = dialogue.account().get();
        try (Reconnection reconnection = new Reconnection(address, account, sentence + dialogue.leftOpen())) {
            console.bear(loss, reconnection);
            Reconnection.Back back = reconnection.back();
            Optional<Account> stillThere = Optional.of(account).filter(_ -> back.isLoggedIn());
            return new Leg(back.connection(), console.over(back.connection()), stillThere);
        }
    }
}
