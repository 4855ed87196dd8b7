package forum.server.command;

import forum.api.Upload;
import forum.api.command.Outcome;

/** Run the forum's own handlers where they are called. */
public final class OwnRunner implements CallRunner {

    @Override
    public Outcome run(Registered command, Context context, Work work) throws Upload.Cut {
        return work.run();
    }
}
