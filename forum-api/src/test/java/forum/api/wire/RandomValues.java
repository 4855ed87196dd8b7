package forum.api.wire;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Make values of every type of RESP3, nested a little. */
final class RandomValues {

    private static final String[] LINES = {"", "OK", "READY", "Thread a created", "été 東京 😀", "a\tb\u0000c", "-1"};
    private static final double[] DECIMALS = {
        0,
        -0.0,
        0.1,
        1e300,
        -3.5,
        Double.MAX_VALUE,
        Double.MIN_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };

    private final RandomGenerator random;

    RandomValues(RandomGenerator random) {
        this.random = random;
    }

    WireValue value() {
        return value(3);
    }

    private WireValue value(int depth) {
        return switch (random.nextInt(depth == 0 ? 7 : 11)) {
            case 0 -> new WireValue.Simple(line());
            case 1 -> new WireValue.Failure("CODE " + line());
            case 2 -> new WireValue.Number(number());
            case 3 -> new WireValue.Bulk(bytes());
            case 4 -> new WireValue.Nil();
            case 5 -> new WireValue.Bool(random.nextBoolean());
            case 6 -> new WireValue.Decimal(DECIMALS[random.nextInt(DECIMALS.length)]);
            case 7 -> new WireValue.Array(values(depth));
            case 8 -> new WireValue.Group(values(depth));
            case 9 -> new WireValue.Push(values(depth));
            default ->
                new WireValue.Dictionary(values(depth).stream()
                        .map(key -> new WireValue.Pair(key, value(depth - 1)))
                        .toList());
        };
    }

    private List<WireValue> values(int depth) {
        return Stream.generate(() -> value(depth - 1)).limit(random.nextInt(5)).toList();
    }

    private String line() {
        return LINES[random.nextInt(LINES.length)];
    }

    private long number() {
        return switch (random.nextInt(4)) {
            case 0 -> Long.MIN_VALUE;
            case 1 -> Long.MAX_VALUE;
            case 2 -> random.nextLong();
            default -> random.nextInt(-20, 20);
        };
    }

    private byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(10) == 0 ? random.nextInt(5_000) : random.nextInt(20)];
        random.nextBytes(bytes);
        return bytes;
    }
}
