package forum.api.wire;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/** Deliver bytes in pieces of random length, then end. */
final class Pieces implements WireInput.Source {

    private final byte[] bytes;
    private final RandomGenerator random;
    private final int longest;
    private int position;

    Pieces(byte[] bytes, RandomGenerator random) {
        this.bytes = bytes;
        this.random = random;
        this.longest = 1 + random.nextInt(random.nextBoolean() ? 4 : 2_000);
    }

    @Override
    public int read(ByteBuffer target) {
        if (position == bytes.length) {
            return -1;
        }
        int length = Math.min(Math.min(target.remaining(), 1 + random.nextInt(longest)), bytes.length - position);
        target.put(bytes, position, length);
        position += length;
        return length;
    }
}
