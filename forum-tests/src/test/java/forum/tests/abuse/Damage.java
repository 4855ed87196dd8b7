package forum.tests.abuse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Random;

/**
 * Damage what a client might say: bytes that are others, pieces that are missing or come twice.
 *
 * @param messages what to damage
 * @param most how many of them there may be
 * @param odds of how many one is damaged in each of four ways
 */
public record Damage(List<String> messages, Charset charset, int most, int odds) {

    /** Give some of the messages, most of them as they are. */
    public byte[] some(Random random) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = random.nextInt(most); i >= 0; i--) {
            byte[] message = messages.get(random.nextInt(messages.size())).getBytes(charset);
            int place = random.nextInt(message.length);
            switch (random.nextInt(odds)) {
                case 0 -> message[place] = (byte) random.nextInt(256);
                case 1 -> message[place] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes.write(message, place, message.length - place);
                case 3 -> bytes.write(message, 0, place);
                default -> {}
            }
            bytes.writeBytes(message);
        }
        return bytes.toByteArray();
    }
}
