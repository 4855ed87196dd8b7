package forum.client;

import forum.client.dialogue.Console;
import forum.client.net.Connection;
import forum.client.person.Person;
import forum.client.reply.Units;

/** Offer the place from which somebody uses the client: a terminal, one that cannot be drawn on, or a pipe. */
interface Seat extends AutoCloseable {

    /** Choose the place by what there is. */
    static Seat of(Surroundings here, Units units, boolean plain) {
        if (here.person().isEmpty()) {
            return new PlainSeat(here, units);
        }
        Person person = new Person(here.folder(), units, here.environment());
        return here.canDraw() && !plain ? new TerminalSeat(here, person) : new LinearSeat(here, person);
    }

    /** Begin to talk about a connection. */
    Console console(Connection connection);

    /** Leave the place as it was found. */
    @Override
    default void close() {}
}
