package forum.client.terminal;

import forum.client.catalogue.Command;
import forum.client.dialogue.Console;
import forum.client.file.FileException;
import forum.client.line.Invocation;
import forum.client.line.Typed;
import forum.client.net.ConnectionException;
import forum.client.person.Assistance;
import forum.client.person.Desk;
import forum.client.person.Person;

/** Talk with somebody who is helped: what is the same on every terminal. */
interface AssistedConsole extends Console, Desk {

    /** Give who sits there. */
    Person person();

    /** Give the help of whoever is logged in. */
    Assistance assistance();

    @Override
    default Typed askFor(Typed.Incomplete incomplete) throws ConnectionException, FileException {
        return assistance().askFor(incomplete);
    }

    @Override
    default Invocation meant(Invocation typed) {
        return person().memory().numbers().meant(typed);
    }

    @Override
    default void sayIncorrect(Command command) {
        assistance().explain(command);
    }

    @Override
    default void sayUnknown(String word) {
        say(Typed.INVALID_COMMAND);
        assistance().suggestFor(word);
    }
}
