package forum.server.command;

import forum.api.command.CommandSpec;
import forum.api.command.Outcome;

/**
 * What a call has come to; closed once it is written, and the files that it opened with it.
 *
 * @param spec the command's
 * @param outcome what to write
 * @param context what the handler had
 * @param givenUp whether the handler may still be running, and with it whatever reads the request's body
 */
public record Answered(CommandSpec spec, Outcome outcome, Context context, boolean givenUp) implements AutoCloseable {

    @Override
    public void close() {
        if (!givenUp) {
            context.close();
        }
    }
}
