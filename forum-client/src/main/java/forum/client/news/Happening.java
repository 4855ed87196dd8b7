package forum.client.news;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Tell that something happened; nothing in it is printable yet.
 *
 * @param event what, as docs/protocol.md names it
 * @param user who did it, or empty
 * @param thread where, if in a thread
 * @param number the number of a message
 * @param id the id of a message or file
 * @param text what was written, or told
 * @param file the file that was attached
 * @param size its size
 */
public record Happening(
        String event,
        String user,
        Optional<String> thread,
        OptionalLong number,
        OptionalLong id,
        Optional<String> text,
        Optional<String> file,
        OptionalLong size) {}
