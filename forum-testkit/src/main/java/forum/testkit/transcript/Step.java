package forum.testkit.transcript;

import java.time.Duration;
import java.util.List;

/** Do or expect one thing; {@code line} is its place in the file, from 1. */
sealed interface Step {

    int line();

    /** The client sends a request of words. */
    record Words(int line, int session, String text) implements Step {}

    /** The client types a line. */
    record Typed(int line, int session, String text) implements Step {}

    /** The client sends bytes. */
    record Bytes(int line, int session, String text) implements Step {}

    /** The client logs in. */
    record Login(int line, int session, String name) implements Step {}

    /** The client ends the connection. */
    record End(int line, int session, How how) implements Step {
        enum How {
            HANGS_UP,
            IS_CUT_OFF,
            STOPS_SENDING
        }
    }

    /** The server says something. */
    record Reply(int line, int session, String expected) implements Step {}

    /** The server sends bytes. */
    record RawReply(int line, int session, String expected) implements Step {}

    /** The server says these things in any order. */
    record Unordered(int line, List<Reply> replies) implements Step {}

    /** The server logs these lines, one behind the other. */
    record Log(int line, List<String> expected) implements Step {}

    /** The server has logged no line like this until now. */
    record NoLog(int line, String regex) implements Step {}

    /** Time passes. */
    record Clock(int line, Duration duration) implements Step {}

    /** The server shuts down. */
    record Stop(int line) implements Step {}

    /** The server starts again. */
    record Restart(int line) implements Step {}
}
