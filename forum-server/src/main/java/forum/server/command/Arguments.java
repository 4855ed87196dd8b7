package forum.server.command;

import forum.api.Text;
import forum.api.Upload;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The arguments of a request as they came.
 *
 * @param values the arguments behind the command's word; longer ones than {@link #LONGEST} bytes are cut one byte
 *     behind it
 * @param body the last argument, if it is a file's bytes that are still on their way
 */
public record Arguments(List<byte[]> values, Optional<Function<String, Upload>> body) {

    /** The longest argument that means something, in bytes. */
    public static final int LONGEST = Text.MAX_LENGTH;

    /** Count how long a handler waits for the file. */
    Arguments timedBy(UploadTime time) {
        return new Arguments(values, body.map(upload -> name -> new TimedUpload(upload.apply(name), time)));
    }

    /** Count them, the file's bytes included. */
    public int count() {
        return values.size() + (body.isPresent() ? 1 : 0);
    }

    /** Decode one. */
    public String text(int index) {
        return new String(values.get(index), StandardCharsets.UTF_8);
    }

    /** Join the last ones by single spaces, as one text that was split there. */
    byte[] joined(int from) {
        if (from == values.size() - 1) {
            return values.get(from);
        }
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (int i = from; i < values.size(); i++) {
            if (i > from) {
                joined.write(' ');
            }
            joined.writeBytes(values.get(i));
        }
        return joined.toByteArray();
    }
}
