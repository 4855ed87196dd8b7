package forum.tests.door;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Behave as the forum's first client does: one JSON object for a question, one read of 1,024 bytes for an answer.
 *
 * <p>Whatever comes behind an answer before that read makes it misunderstand.
 */
final class SeedClient implements AutoCloseable {

    private static final int ONE_READ = 1024;
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;
    private final DataInputStream in;

    private SeedClient(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
    }

    static SeedClient connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return new SeedClient(socket);
    }

    /** Log in as a new user, or as one whose password is the name. */
    SeedClient login(String user) throws IOException {
        boolean isNew = !ask("{\"type\":\"login-N\",\"username\":\"%s\"}".formatted(user))
                .equals("PWD");
        String word = isNew ? "login-NP" : "login-P";
        ask("{\"type\":\"%s\",\"password\":\"%s\"}".formatted(word, user));
        send("{\"type\":\"login-S\",\"status\":\"%s logged in\"}".formatted(user));
        return this;
    }

    /** Send an object, or what may pass for one. */
    void send(String object) throws IOException {
        send(object.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Send an object and read once. */
    String ask(String object) throws IOException {
        send(object);
        return read();
    }

    /** Read once; empty at the end of the connection. */
    String read() throws IOException {
        byte[] buffer = new byte[ONE_READ];
        int count = in.read(buffer);
        return new String(buffer, 0, Math.max(count, 0), StandardCharsets.UTF_8);
    }

    /** Send nothing more, and read until the connection ends. */
    String readToEnd() throws IOException {
        socket.shutdownOutput();
        return readUntilTheServerEnds();
    }

    /** Read until the server ends the connection. */
    String readUntilTheServerEnds() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Upload in the first client's steps; the first answer that does not let it go on is the result. */
    String upload(String thread, String user, String file, byte[] content) throws IOException {
        String mayUpload = ask("{\"type\":\"UPD\",\"thread\":\"%s\"}".formatted(thread));
        if (!mayUpload.equals("{OK")) {
            return mayUpload;
        }
        String maySend = ask("{\"type\":\"UPD\",\"username\":\"%s\",\"filename\":\"%s\",\"filesize\":%d}"
                .formatted(user, file, content.length));
        if (!maySend.equals("{OK")) {
            return maySend;
        }
        send(content);
        return read();
    }

    /** Ask for a file; the first of the answers. */
    String askForFile(String thread, String file) throws IOException {
        return ask("{\"type\":\"DWN\",\"thread\":\"%s\",\"filename\":\"%s\"}".formatted(thread, file));
    }

    /** Read so many bytes. */
    byte[] readBytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        in.readFully(bytes);
        return bytes;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
