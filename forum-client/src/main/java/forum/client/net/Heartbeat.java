package forum.client.net;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Say something on a silent connection from time to time: what is between here and the server forgets connections on
 * which nothing happens, and a server that is gone without a word must be found out.
 */
final class Heartbeat {

    private final Connection connection;
    private final SignsOfLife signs;
    private final Duration silence;
    private final Duration patience;

    /**
     * Watch over a connection.
     *
     * @param signs the server's, on that connection
     * @param silence after how long without a word from the server it is asked for one
     * @param patience for how long that may take
     */
    Heartbeat(Connection connection, SignsOfLife signs, Duration silence, Duration patience) {
        this.connection = connection;
        this.signs = signs;
        this.silence = silence;
        this.patience = patience;
    }

    /** Begin, until the connection ends. */
    void start() {
        Thread.ofPlatform().daemon().name("heartbeat").start(this::run);
    }

    private void run() {
        while (isAliveAfter(untilSilent())) {
            if (signs.silence().compareTo(silence) >= 0 && !connection.isSendingMuch()) {
                long asked = System.nanoTime();
                connection.send(Request.of("PING"));
                if (isAliveAfter(patience) && !signs.since(asked)) {
                    connection.abandon("The server at " + connection.address() + " does not answer any more");
                }
            }
        }
    }

    /** Behind a file that is sent silence means nothing, and is waited for anew. */
    private Duration untilSilent() {
        return connection.isSendingMuch() ? silence : silence.minus(signs.silence());
    }

    private boolean isAliveAfter(Duration time) {
        try {
            connection.ended().get(time.toNanos(), TimeUnit.NANOSECONDS);
            return false;
        } catch (TimeoutException alive) {
            return true;
        } catch (InterruptedException | ExecutionException end) {
            return false;
        }
    }
}
