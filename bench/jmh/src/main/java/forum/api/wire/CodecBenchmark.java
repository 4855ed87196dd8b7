package forum.api.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** What a request costs to take apart, and a page of fifty to write. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CodecBenchmark {

    private static final String TEXT = "x".repeat(100);
    private static final int PAGE = 50;

    private final byte[] request =
            ("*3\r\n$3\r\nMSG\r\n$5\r\nlunch\r\n$100\r\n" + TEXT + "\r\n").getBytes(StandardCharsets.UTF_8);
    private final byte[] text = TEXT.getBytes(StandardCharsets.UTF_8);
    private final WireInput in = new WireInput(this::arrive);
    private final WireOutput out = new WireOutput();
    private final WritableByteChannel nowhere = Channels.newChannel(OutputStream.nullOutputStream());

    private int arrive(ByteBuffer target) {
        target.put(request);
        return request.length;
    }

    @Benchmark
    public void requestOfThreeArguments(Blackhole hole) throws IOException {
        hole.consume(in.line(32));
        for (int argument = 0; argument < 3; argument++) {
            String length = new String(in.line(32), StandardCharsets.ISO_8859_1);
            hole.consume(in.bytes(Integer.parseInt(length.substring(1))));
            in.endOfLine();
        }
    }

    @Benchmark
    public void replyOfFiftyMessages() throws IOException {
        out.array(PAGE);
        for (int number = 0; number < PAGE; number++) {
            out.bulk(text);
        }
        out.drainTo(nowhere);
    }
}
