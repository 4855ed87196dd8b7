package forum.testkit;

import forum.api.wire.ProtocolException;
import forum.api.wire.ReplyReader;
import forum.api.wire.WireInput;
import forum.api.wire.WireOutput;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Talk to a server as a test needs it: replies are text, waiting ends with a failure, nothing is retried or hidden.
 *
 * <p>A reply is written on one line: {@code +OK}, {@code -NOFILE text}, {@code :5}, {@code "bulk string"},
 * {@code ["array", :2]}, <code>{"map": true}</code>, {@code >["push"]}, {@code nil}, or {@code (hangs up)} when the
 * server has closed the connection. What cannot be sent because the server is gone is not an error: the next reply
 * shows it. Not thread-safe.
 */
public final class RespClient implements AutoCloseable {

    /** What stands for a reply when the server has closed the connection. */
    public static final String END = "(hangs up)";

    private static final long LARGEST_REPLY = 256L * 1024 * 1024;

    private final Socket socket;
    private final WireInput in;
    private final ReplyReader replies;

    private RespClient(Socket socket) {
        this.socket = socket;
        this.in = new WireInput(this::read);
        this.replies = new ReplyReader(in, LARGEST_REPLY);
    }

    /** Connect to a server on this machine. */
    public static RespClient connect(int port) {
        return connect(InetAddress.getLoopbackAddress(), port);
    }

    /** Connect to a server at an address. */
    public static RespClient connect(InetAddress address, int port) {
        try {
            return over(new Socket(address, port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Talk over a socket that is connected, through TLS perhaps. */
    public static RespClient over(Socket socket) throws IOException {
        socket.setSoTimeout((int) Timeouts.PATIENCE.toMillis());
        socket.setTcpNoDelay(true);
        return new RespClient(socket);
    }

    /** Send a request and wait for its reply. */
    public String ask(String... words) {
        send(words);
        return reply();
    }

    /** Send a request, wait for its reply, and say what it is to be: {@code mike.asks("LST").isAnswered("[]")}. */
    public Question asks(String... words) {
        return new Question(this, words);
    }

    /** Send a request as an array of bulk strings. */
    public void send(String... words) {
        send(Arrays.stream(words)
                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new));
    }

    /** Send a request as an array of bulk strings of any bytes. */
    public void send(byte[]... words) {
        WireOutput out = new WireOutput();
        out.array(words.length);
        for (byte[] word : words) {
            out.bulk(word);
        }
        try {
            out.drainTo(Channels.newChannel(socket.getOutputStream()));
        } catch (IOException gone) {
            // the next reply shows it
        }
    }

    /** Send bytes as they are. */
    public void sendRaw(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException gone) {
            // the next reply shows it
        }
    }

    /** Wait for a reply or a push. */
    public String reply() {
        try {
            return replies.read().map(Notation::of).orElse(END);
        } catch (ProtocolException e) {
            throw new AssertionError("The server sent what is no reply: " + e.getMessage(), e);
        } catch (EOFException e) {
            throw new AssertionError("The server closed the connection in the middle of a reply", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Wait for so many bytes that are no reply, and give them with escapes, fewer if the server closes before. */
    public String rawReply(int count) {
        byte[] bytes = new byte[count];
        int length = 0;
        try {
            while (length < count && in.peek() >= 0) {
                length += in.read(ByteBuffer.wrap(bytes, length, count - length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Notation.escaped(Arrays.copyOf(bytes, length));
    }

    /** Log in as a person who may be new; the password is the name. */
    public RespClient login(String name) {
        String known = ask("LOGIN-N", name);
        String answer = known.equals("+NU") ? ask("LOGIN-NP", name) : ask("LOGIN-P", name);
        if (!answer.equals("+Y") && !answer.equals("+YN")) {
            throw new AssertionError(name + " cannot log in: " + known + ", then " + answer);
        }
        return this;
    }

    /** Send nothing more, and go on listening. */
    public void stopSending() {
        try {
            socket.shutdownOutput();
        } catch (IOException gone) {
            // the next reply shows it
        }
    }

    /** Cut the connection without a farewell, as a machine that is switched off and on again does. */
    public void cut() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int read(ByteBuffer target) throws IOException {
        try {
            int count = socket.getInputStream()
                    .read(target.array(), target.arrayOffset() + target.position(), target.remaining());
            if (count > 0) {
                target.position(target.position() + count);
            }
            return count;
        } catch (SocketTimeoutException e) {
            throw new AssertionError("The server sent nothing for " + Timeouts.PATIENCE.toSeconds() + " s", e);
        } catch (SocketException reset) {
            return -1;
        }
    }
}
