package forum.client.dialogue;

import forum.client.net.Address;
import forum.client.net.Connection;
import forum.client.net.ConnectionException;
import forum.client.net.UntrustedException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * Get a lost connection back: try again and again, with pauses that grow, until the forum lets the user in or has judged
 * that it will not.
 */
public final class Reconnection implements AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Address address;
    private final Account account;
    private final String why;
    private final CompletableFuture<Back> back = new CompletableFuture<>();
    private String said = "";

    /**
     * Be there again.
     *
     * @param isLoggedIn false when the forum does not take the password any more
     */
    record Back(Connection connection, boolean isLoggedIn) {}

    Reconnection(Address address, Account account, String why) {
        this.address = address;
        this.account = account;
        this.why = why;
    }

    /** Say, in a printable sentence, why it is needed. */
    public String why() {
        return why;
    }

    /**
     * Begin to try.
     *
     * @param remarks takes, on another thread, what is printable and new about it
     * @return done once there is a connection
     */
    public CompletableFuture<Void> begin(Consumer<String> remarks) {
        Thread.ofPlatform().daemon().name("reconnection").start(() -> run(remarks));
        return back.thenAccept(_ -> {});
    }

    /** Give what there is once it is done. */
    Back back() {
        return back.join();
    }

    /** Try no more. */
    @Override
    public void close() {
        back.cancel(false);
    }

    private void run(Consumer<String> remarks) {
        Duration pause = FIRST_PAUSE;
        while (!back.isDone() && !triedWell(remarks)) {
            rest(pause);
            pause = pause.multipliedBy(2);
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        }
    }

    /** Try once; false if another time may be better. */
    private boolean triedWell(Consumer<String> remarks) {
        try {
            Connection connection = Connection.open(address);
            Login.Again again = Login.again(account, connection, sentence -> remark(sentence, remarks));
            if (again == Login.Again.LATER || !back.complete(new Back(connection, again == Login.Again.WELCOME))) {
                connection.close();
            }
            return again != Login.Again.LATER;
        } catch (UntrustedException e) {
            remark(e.sentence(), remarks);
            return false;
        } catch (ConnectionException notYet) {
            return false;
        }
    }

    private void remark(String sentence, Consumer<String> remarks) {
        if (!sentence.equals(said)) {
            said = sentence;
            remarks.accept(sentence);
        }
    }

    /** Wait for about that long: not all clients of a server that is back are to come at once. */
    private static void rest(Duration pause) {
        try {
            // there is nothing to wait for: a server that is back tells nobody
            Thread.sleep(
                    Math.round(pause.toMillis() * ThreadLocalRandom.current().nextDouble(0.75, 1.25)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
