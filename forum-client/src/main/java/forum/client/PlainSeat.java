package forum.client;

import forum.client.dialogue.Console;
import forum.client.dialogue.Lines;
import forum.client.dialogue.PlainConsole;
import forum.client.net.Connection;
import forum.client.reply.PlainRenderer;
import forum.client.reply.Units;

/** Read lines from a pipe, and write them. */
record PlainSeat(Surroundings here, Units units) implements Seat {

    @Override
    public Console console(Connection connection) {
        return new PlainConsole(new Lines(here.in()), here.out(), new PlainRenderer(units), connection.ended());
    }
}
