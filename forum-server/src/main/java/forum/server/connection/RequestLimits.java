package forum.server.connection;

import forum.server.Keeping;
import forum.server.command.Arguments;

/**
 * Bound what one request may bring.
 *
 * @param arguments how many arguments, the command's word included
 * @param argument how many bytes one argument may announce
 * @param total how many bytes are kept of all arguments but a file's
 * @param inline how many bytes a request on one line may have
 */
record RequestLimits(int arguments, long argument, int total, int inline) {

    /** Before somebody has logged in. */
    static final RequestLimits STRANGER = new RequestLimits(10, 16 * 1024, 160 * 1024, 16 * 1024);

    /** After that; an argument that is longer than any can be is read past and refused. */
    static final RequestLimits MEMBER =
            new RequestLimits(64 * 1024, Keeping.LARGEST_FILE, 1024 * 1024, Arguments.LONGEST + 1024);
}
