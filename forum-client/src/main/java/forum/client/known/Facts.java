package forum.client.known;

import java.time.Instant;

/** Say what is known; every string is as the forum has it, exact and perhaps not printable. */
public final class Facts {

    private Facts() {}

    /** There is a thread. */
    public record Thread(String title, String owner, long messages, long files, Instant active) {}

    /** There is a message. */
    public record Message(long number, long id, String author, String text) {}

    /** There is a file in a thread. */
    public record File(String name, String author, long size) {}
}
