package forum.storage.fs;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The structure that gives messages their numbers, along how many there are. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SequenceBenchmark {

    @Param({"1000", "100000", "1000000"})
    private int size;

    private final SplittableRandom random = new SplittableRandom(1);
    private Sequence sequence;
    private long id;

    @Setup(Level.Iteration)
    public void fill() {
        sequence = new Sequence();
        id = 0;
        while (sequence.size() < size) {
            sequence.append(next());
        }
    }

    @Benchmark
    public int findByNumber() {
        return sequence.positionOfMessage(1 + random.nextInt(size));
    }

    @Benchmark
    public int findById() {
        return sequence.below(1 + random.nextLong(id));
    }

    @Benchmark
    public void deleteAnywhereAndAppend() {
        sequence.remove(random.nextInt(size));
        sequence.append(next());
    }

    private EntryData next() {
        id++;
        return new EntryData(id, 1_000 * id, (int) (id % 10), Place.ofText(100 * id, 100));
    }
}
