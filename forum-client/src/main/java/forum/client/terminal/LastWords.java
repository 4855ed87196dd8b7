package forum.client.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Give the terminal back when the process is ended from outside: what was begun there is not ended in its turn then.
 * Thread-safe.
 */
final class LastWords {

    private final Set<String> owed = Collections.synchronizedSet(new LinkedHashSet<>());

    /** Give back the terminal of this process. */
    static LastWords ofProcess() {
        LastWords words = new LastWords();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(words::say));
        return words;
    }

    /** Something was begun that this sequence ends. */
    void owe(String sequence) {
        owed.add(sequence);
    }

    /** It has ended. */
    void paid(String sequence) {
        owed.remove(sequence);
    }

    /** The terminal stays open: others may have something to say there, too. */
    private void say() {
        try {
            String words = String.join("", owed.toArray(String[]::new));
            new FileOutputStream(FileDescriptor.out).write(words.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
            System.getLogger(LastWords.class.getName())
                    .log(System.Logger.Level.DEBUG, "giving back the terminal", gone);
        }
    }
}
