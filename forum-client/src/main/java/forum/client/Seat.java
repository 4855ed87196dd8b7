package forum.client;

import forum.client.dialogue.Console;
import forum.client.net.Connection;
import forum.client.reply.Units;

/** Offer the place from which somebody uses the client: a terminal, or a pipe. */
interface Seat extends AutoCloseable {

    /** Choose the place by what there is. */
    static Seat of(Surroundings here, Units units, boolean plain) {
        return here.canDraw() && !plain ? new TerminalSeat(here, units) : new PlainSeat(here, units);
    }

    /** Begin to talk about a connection. */
    Console console(Connection connection);

    /** Leave the place as it was found. */
    @Override
    default void close() {}
}
