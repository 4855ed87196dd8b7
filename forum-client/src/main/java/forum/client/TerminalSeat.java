package forum.client;

import forum.client.dialogue.Console;
import forum.client.net.Connection;
import forum.client.person.Person;
import forum.client.terminal.LineEditing;
import forum.client.terminal.TerminalConsole;

/** Use the terminal of this process, which is opened while the connection is made. */
final class TerminalSeat implements Seat {

    private final Person person;
    private final LineEditing editing;

    TerminalSeat(Surroundings here, Person person) {
        this.person = person;
        this.editing = LineEditing.opening(here.environment().getOrDefault("TERM", ""), System.in, here.out());
    }

    @Override
    public Console console(Connection connection) {
        return new TerminalConsole(editing, connection, person);
    }

    @Override
    public void close() {
        editing.close();
    }
}
