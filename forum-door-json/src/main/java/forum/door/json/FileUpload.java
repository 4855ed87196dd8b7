package forum.door.json;

import java.util.List;

/**
 * A file that the client is about to send.
 *
 * @param arguments thread and name
 * @param size in bytes
 */
record FileUpload(List<String> arguments, long size) {

    /** Give the request up to the file's bytes. */
    byte[] request() {
        return Request.before(size, "UPD", arguments);
    }
}
