package forum.testkit.transcript;

import forum.api.storage.StorageProvider;
import forum.server.ServerConfig;
import forum.testkit.ForumFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;

/** Make a test of every transcript in a folder: return it from a {@link org.junit.jupiter.api.TestFactory} method. */
public final class Transcripts {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private Transcripts() {}

    /**
     * Play the transcripts, each against a new forum.
     *
     * @param folder searched for files whose name ends in {@code .txt}, with its subfolders; there must be some
     * @param storage called for each transcript
     */
    public static Stream<DynamicTest> in(Path folder, Supplier<? extends StorageProvider> storage) {
        return in(folder, storage, UnaryOperator.identity());
    }

    /** Play them against forums with another configuration. */
    public static Stream<DynamicTest> in(
            Path folder, Supplier<? extends StorageProvider> storage, UnaryOperator<ServerConfig> change) {
        List<Path> files = files(folder);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("No transcripts in " + folder);
        }
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(
                        folder.relativize(file).toString(),
                        file.toUri(),
                        () -> Assertions.assertTimeoutPreemptively(
                                LONGEST, () -> play(Transcript.read(folder, file), storage.get(), change))));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void play(Transcript transcript, StorageProvider storage, UnaryOperator<ServerConfig> change)
            throws InterruptedException {
        try (ForumFixture forum =
                ForumFixture.start(storage, config -> withOptions(change.apply(config), transcript.options()))) {
            new Player(transcript, forum).play();
        }
    }

    private static ServerConfig withOptions(ServerConfig config, List<String> options) {
        ServerConfig changed = config;
        for (Iterator<String> left = options.iterator(); left.hasNext(); ) {
            String option = left.next();
            changed = switch (option) {
                case "--ephemeral" -> changed.ephemeral(true);
                case "--quiet" -> changed.quiet(true);
                case "--sessions-per-user" -> sessions(changed, Integer.parseInt(left.next()));
                case "--auth-per-user" -> programs(changed, Integer.parseInt(left.next()));
                case "--registration" -> registration(changed, left.next());
                case "--accounts-per-hour" -> accounts(changed, Integer.parseInt(left.next()));
                default -> throw new IllegalArgumentException("No option of a transcript's server: " + option);
            };
        }
        return changed;
    }

    private static ServerConfig sessions(ServerConfig config, int limit) {
        return config.withAccess(access -> access.withSessionsPerUser(limit));
    }

    private static ServerConfig registration(ServerConfig config, String who) {
        return config.withAccess(access ->
                access.withRegistration(ServerConfig.Access.Registration.valueOf(who.toUpperCase(Locale.ROOT))));
    }

    private static ServerConfig accounts(ServerConfig config, int limit) {
        return config.withAccess(access -> access.withAccountsPerHour(limit));
    }

    private static ServerConfig programs(ServerConfig config, int limit) {
        return config.withAccess(access -> access.withAuthPerUser(limit));
    }
}
