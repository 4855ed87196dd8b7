package forum.server.door;

import java.util.function.Consumer;

/**
 * Let clients in that speak another protocol than the native one, by translating.
 *
 * <p>A door is a service. The first byte that a client sends chooses it; from then on the server speaks the native
 * protocol (RESP2) with what {@link #translate} gives, and that speaks with the client. So the commands, the limits,
 * the log and durability are the same for everybody. Called by the connection's thread; created once, used by all.
 */
public interface Door {

    /** What the server says to everybody when it ends. */
    String FAREWELL = "Goodbye. Server shutting down";

    /** Tell the name by which an operator closes this door, in lower case. */
    String name();

    /** Tell whether a client that begins with this byte, 0 to 255, comes through this door. */
    boolean opensWith(int firstByte);

    /**
     * Begin to translate for one connection.
     *
     * @param outside how the client's bytes travel, its first one included
     * @param withinRequest to be told, before each wait for bytes of a request, whether a part of it has come: the rest
     *     must come in time
     * @param largestFile how many bytes a file may have
     * @return how native requests and replies travel
     */
    Transport translate(Transport outside, Consumer<Boolean> withinRequest, long largestFile);
}
