package forum.door.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Write requests of the native protocol. */
final class Request {

    private Request() {}

    /** Write a request. */
    static byte[] of(String word, List<String> arguments) {
        ByteArrayOutputStream request = begun(word, arguments, 1 + arguments.size());
        return request.toByteArray();
    }

    /** Write a request up to the bytes of the file that is its last argument; CR LF is to follow them. */
    static byte[] before(long fileSize, String word, List<String> arguments) {
        ByteArrayOutputStream request = begun(word, arguments, 2 + arguments.size());
        line(request, "$" + fileSize);
        return request.toByteArray();
    }

    private static ByteArrayOutputStream begun(String word, List<String> arguments, int count) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        line(request, "*" + count);
        bulk(request, word);
        arguments.forEach(argument -> bulk(request, argument));
        return request;
    }

    private static void bulk(ByteArrayOutputStream request, String argument) {
        byte[] bytes = argument.getBytes(StandardCharsets.UTF_8);
        line(request, "$" + bytes.length);
        request.writeBytes(bytes);
        line(request, "");
    }

    private static void line(ByteArrayOutputStream request, String line) {
        request.writeBytes((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
