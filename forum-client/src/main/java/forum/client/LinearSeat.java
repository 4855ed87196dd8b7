package forum.client;

import forum.client.dialogue.Console;
import forum.client.net.Connection;
import forum.client.person.Person;
import forum.client.terminal.LinearConsole;
import forum.client.terminal.Teletype;

/** Use the terminal of this process line by line. */
final class LinearSeat implements Seat {

    private final Person person;
    private final Teletype teletype;

    LinearSeat(Surroundings here, Person person) {
        this.person = person;
        this.teletype = Teletype.opening(here.in(), here.out());
    }

    @Override
    public Console console(Connection connection) {
        return new LinearConsole(teletype, connection, person);
    }

    @Override
    public void close() {
        teletype.close();
    }
}
