package forum.client.script;

import forum.client.line.Invocation;
import forum.client.reply.Answered;

/** Write what commands answer. */
public interface Output {

    /** Write the answer to a command. */
    void answered(Invocation invocation, Answered answer);

    /** Write that a command failed on this machine. */
    void failed(Invocation invocation, String sentence);

    /** Tell whether all that was written has been taken; a full disk takes nothing. */
    boolean isTaken();
}
