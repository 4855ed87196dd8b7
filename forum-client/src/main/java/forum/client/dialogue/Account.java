package forum.client.dialogue;

import forum.api.wire.WireValue;
import forum.client.net.Address;
import forum.client.net.Connection;
import forum.client.net.ConnectionException;
import forum.client.net.Request;
import java.util.Optional;

/**
 * Remember who is logged in, for as long as the client runs.
 *
 * @param password kept for a second connection
 */
record Account(String user, String password) {

    /** Have another password from now on. */
    Account changedTo(String fresh) {
        return new Account(user, fresh);
    }

    /** Log in once more, as a program beside the person; empty when the forum does not let that in. */
    Optional<Connection> open(Address address) {
        try {
            Connection connection = Connection.open(address);
            if (connection.call(Request.of("AUTH", user, password)) instanceof WireValue.Failure) {
                connection.close();
                return Optional.empty();
            }
            return Optional.of(connection);
        } catch (ConnectionException noSecond) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return user;
    }
}
