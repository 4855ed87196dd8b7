package forum.client;

import forum.client.dialogue.Console;
import forum.client.dialogue.LinearConsole;
import forum.client.dialogue.Lines;
import forum.client.dialogue.PlainConsole;
import forum.client.net.Connection;
import forum.client.reply.PlainRenderer;
import forum.client.reply.Units;

/** Read and write lines. */
record PlainSeat(Surroundings here, Units units) implements Seat {

    @Override
    public Console console(Connection connection) {
        PlainRenderer renderer = new PlainRenderer(units);
        Lines in = new Lines(here.in());
        return here.person().isPresent()
                ? new LinearConsole(in, here.person().get(), here.out(), renderer, connection.ended())
                : new PlainConsole(in, here.out(), renderer, connection.ended());
    }
}
