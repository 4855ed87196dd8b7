package forum.door.json;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Make of one native reply, as its parts arrive, what the client reads. */
interface Answer {

    /**
     * Take a reply that is one line.
     *
     * @param text without the code of a refusal
     */
    void line(String text, boolean refused) throws IOException;

    /** Take the beginning of an array. */
    default void array() throws IOException {}

    /** Take the beginning of a string. */
    default void bulk(long size) throws IOException {}

    /** Take a part of a string. */
    default void bytes(ByteBuffer part) throws IOException {}

    /** Take the end of a string. */
    default void endOfBulk() throws IOException {}

    /** Take the end of the array. */
    default void endOfArray() throws IOException {}
}
