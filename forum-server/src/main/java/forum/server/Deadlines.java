package forum.server;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * Say how long those who connect may take; zero stands for no limit. Whoever takes longer is hung up on.
 *
 * @param login to log in
 * @param handshake for the handshake of TLS
 * @param request between two pieces of a request that has begun
 * @param upload between two pieces of a file
 * @param reading to take a block of what is sent to them
 * @param idle between two requests, once they are logged in
 */
public record Deadlines(
        Duration login, Duration handshake, Duration request, Duration upload, Duration reading, Duration idle) {

    /** Enough for people behind slow lines. */
    public static final Deadlines DEFAULT = new Deadlines(
            Duration.ofMinutes(5),
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ZERO);

    /** Refuse what is no time. */
    public Deadlines {
        if (Stream.of(login, handshake, request, upload, reading, idle).anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException("A limit cannot be negative");
        }
    }

    /** Let them take that long to log in. */
    public Deadlines withLogin(Duration time) {
        return new Deadlines(time, handshake, request, upload, reading, idle);
    }

    /** Let them take that long between two pieces of a request, or of a file. */
    public Deadlines withPieces(Duration ofRequest, Duration ofUpload) {
        return new Deadlines(login, handshake, ofRequest, ofUpload, reading, idle);
    }

    /** Let them take that long for the handshake of TLS. */
    public Deadlines withHandshake(Duration time) {
        return new Deadlines(login, time, request, upload, reading, idle);
    }

    /** Let them take that long to read. */
    public Deadlines withReading(Duration time) {
        return new Deadlines(login, handshake, request, upload, time, idle);
    }

    /** Let them be silent for that long. */
    public Deadlines withIdle(Duration time) {
        return new Deadlines(login, handshake, request, upload, reading, time);
    }
}
