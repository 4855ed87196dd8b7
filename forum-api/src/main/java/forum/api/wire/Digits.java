package forum.api.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Write numbers, three digits at a time. */
final class Digits {

    /** The most bytes that a number takes, and so much room is needed for any. */
    static final int LONGEST = 20;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** The digits of 0 to 999, with zeros in front, the first one in the lowest byte. */
    private static final int[] THREE = three();

    private Digits() {}

    /** Write a number into bytes from a place on; gives the place behind it. */
    static int write(long value, byte[] bytes, int at) {
        if (value < 0) {
            byte[] digits = Long.toString(value).getBytes(StandardCharsets.ISO_8859_1);
            System.arraycopy(digits, 0, bytes, at, digits.length);
            return at + digits.length;
        }
        int next = value >= THREE.length ? write(value / THREE.length, bytes, at) : at;
        int count = value >= THREE.length ? 3 : count(value);
        int digits = THREE[(int) (value % THREE.length)];
        INT.set(bytes, next, digits >>> Byte.SIZE * (3 - count)); // one byte more than it needs, which comes next
        return next + count;
    }

    /** Count the digits of a number from 0 on. */
    static int count(long value) {
        int count = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            count++;
        }
        return count;
    }

    private static int[] three() {
        int[] all = new int[1000];
        Arrays.setAll(all, n -> '0' + n / 100 | '0' + n / 10 % 10 << Byte.SIZE | '0' + n % 10 << 2 * Byte.SIZE);
        return all;
    }
}
