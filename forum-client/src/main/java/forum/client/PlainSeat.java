package forum.client;

import forum.client.dialogue.Console;
import forum.client.dialogue.LinearConsole;
import forum.client.dialogue.PlainConsole;
import forum.client.file.Folder;
import forum.client.net.Connection;
import forum.client.reply.PlainRenderer;
import forum.client.reply.Units;
import java.io.PrintStream;
import java.io.Reader;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Read and write lines.
 *
 * @param person reads what is not to be seen, if a person sits there and no program
 */
record PlainSeat(Reader in, PrintStream out, Units units, Optional<Supplier<Optional<String>>> person) implements Seat {

    @Override
    public Console console(Connection connection, Folder folder) {
        PlainRenderer renderer = new PlainRenderer(units);
        return person.isPresent()
                ? new LinearConsole(in, person.get(), out, renderer, connection.ended())
                : new PlainConsole(in, out, renderer, connection.ended());
    }
}
