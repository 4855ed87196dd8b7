package forum.storage.fs;

import forum.api.Name;
import forum.api.Text;
import forum.api.storage.Actor;
import forum.api.storage.Session;
import forum.api.storage.Storage;
import forum.api.storage.StorageProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;

/** What a durable post of 100 bytes costs in the storage alone, one at a time, many at a time, and from many threads. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class JournalBenchmark {

    private static final int MANY = 100;
    private static final Name THREAD = new Name("t");

    private final Text text = Text.of("x".repeat(100));
    private Path folder;
    private Storage storage;

    /** Each thread has a session of its own. */
    @State(Scope.Thread)
    public static class Poster {
        private Session session;

        @Setup(Level.Iteration)
        public void open(JournalBenchmark bench) {
            session = bench.storage.session(Actor.user(new Name("mike")));
        }
    }

    @Setup(Level.Iteration)
    public void open() throws IOException {
        folder = Files.createTempDirectory("forum-jmh");
        storage = new FsStorageProvider().open(new StorageProvider.Config(folder, Map.of(), InstantSource.system()));
        Session session = storage.session(Actor.user(new Name("mike")));
        session.create(THREAD);
        session.sync();
    }

    @TearDown(Level.Iteration)
    public void close() throws IOException {
        storage.close();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Benchmark
    public void one(Poster poster) {
        poster.session.post(THREAD, text);
        poster.session.sync();
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public void manyAtATime(Poster poster) {
        for (int i = 0; i < MANY; i++) {
            poster.session.post(THREAD, text);
        }
        poster.session.sync();
    }

    @Benchmark
    @Threads(16)
    public void fromSixteenThreads(Poster poster) {
        poster.session.post(THREAD, text);
        poster.session.sync();
    }
}
