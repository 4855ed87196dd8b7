package forum.api;

import java.time.Instant;

/**
 * A file attached to a thread; it has no number.
 *
 * @param id names it for ever
 * @param author who uploaded it
 * @param time when the upload was complete
 * @param file its name, unique in its thread
 * @param size its length in bytes
 * @param sha256 the SHA-256 of its bytes, 64 lower-case hexadecimal digits
 */
public record Attachment(long id, Name author, Instant time, Name file, long size, String sha256) implements Entry {}
