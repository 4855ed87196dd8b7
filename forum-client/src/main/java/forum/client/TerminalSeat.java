package forum.client;

import forum.client.dialogue.Console;
import forum.client.net.Connection;
import forum.client.reply.Units;
import forum.client.terminal.LineEditing;
import forum.client.terminal.TerminalConsole;

/** Use the terminal of this process, which is opened while the connection is made. */
final class TerminalSeat implements Seat {

    private final Surroundings here;
    private final Units units;
    private final LineEditing editing;

    TerminalSeat(Surroundings here, Units units) {
        this.here = here;
        this.units = units;
        this.editing = LineEditing.opening(here.environment().getOrDefault("TERM", ""), System.in, here.out());
    }

    @Override
    public Console console(Connection connection) {
        return new TerminalConsole(editing, connection, here.folder(), units, here.environment());
    }

    @Override
    public void close() {
        editing.close();
    }
}
