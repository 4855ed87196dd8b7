package forum.door.json;

import forum.door.json.MessageReader.NotAMessage;
import forum.server.door.Transport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * A connection that is native inside and JSON outside.
 *
 * <p>The server reads a request only when it has sent its reply to the one before, so there is one exchange at a time.
 */
final class JsonTransport implements Transport {

    private static final byte[] LINE_END = {'\r', '\n'};

    private final Transport transport;
    private final Outside outside;
    private final MessageReader messages;
    private final Voice voice;
    private final Translator translator;
    private final Queue<Answer> expected = new ArrayDeque<>();
    private final ReplyParser replies;
    private final Object writing = new Object();
    private final WritableByteChannel inside = new Inside();

    /** What is wrong with the client's last bytes, unless the server has the last word. */
    private Optional<String> lastWords = Optional.empty();

    private ByteBuffer request = ByteBuffer.allocate(0);
    private long fileLeft;

    /** Whether the request that is read next is the first one of a message. */
    private boolean begins;

    JsonTransport(Transport transport, Consumer<Boolean> withinRequest, long largestFile) {
        this.transport = transport;
        this.outside = new Outside(transport, withinRequest);
        this.messages = new MessageReader(outside);
        this.voice = new Voice(transport.out());
        this.translator = new Translator(voice, largestFile);
        this.replies = new ReplyParser(expected, Answers.text(voice));
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        while (!request.hasRemaining()) {
            if (fileLeft > 0) {
                return readFile(target);
            }
            if (!next()) {
                return -1;
            }
        }
        int count = Math.min(request.remaining(), target.remaining());
        target.put(request.slice(request.position(), count));
        request.position(request.position() + count);
        return count;
    }

    @Override
    public boolean beginsAnother() {
        boolean another = begins;
        begins = false;
        return another;
    }

    @Override
    public WritableByteChannel out() {
        return inside;
    }

    @Override
    public void end() throws IOException {
        if (lastWords.isPresent()) {
            voice.say(lastWords.get());
        }
        transport.end();
    }

    /** Find out what to ask next; false if nothing more comes. */
    private boolean next() throws IOException {
        Optional<FileUpload> file = translator.takeUpload();
        if (file.isPresent()) {
            return begin(file.get());
        }
        try {
            Optional<Message> message = messages.next();
            if (message.isPresent()) {
                begins = true;
                ask(translator.translate(message.get()));
            }
            return message.isPresent();
        } catch (NotAMessage e) {
            lastWords = Optional.of("Not a message of the forum: " + e.getMessage());
            return false;
        }
    }

    private void ask(Exchange exchange) {
        synchronized (writing) {
            expected.addAll(exchange.answers());
        }
        request = ByteBuffer.wrap(exchange.requests());
    }

    /** Wait for the file's first byte, so that no answer comes before the client has read that it may send them. */
    private boolean begin(FileUpload file) throws IOException {
        if (file.size() == 0) {
            voice.pause();
        } else if (!firstByteCame()) {
            return false;
        }
        fileLeft = file.size();
        ask(new Exchange(file.request(), List.of(Answers.text(voice))));
        if (fileLeft == 0) {
            endFile();
        }
        return true;
    }

    private boolean firstByteCame() throws IOException {
        byte[] first = new byte[1];
        outside.begun(true);
        if (outside.read(first, 0, 1) < 0) {
            return false;
        }
        outside.giveBack(first);
        return true;
    }

    private int readFile(ByteBuffer target) throws IOException {
        int limit = target.limit();
        target.limit((int) Math.min(limit, target.position() + fileLeft));
        int count = outside.read(target);
        target.limit(limit);
        fileLeft -= Math.max(count, 0);
        if (fileLeft == 0) {
            endFile();
        }
        return count;
    }

    private void endFile() {
        byte[] rest = new byte[request.remaining() + LINE_END.length];
        request.get(rest, 0, request.remaining());
        rest[rest.length - 2] = LINE_END[0];
        rest[rest.length - 1] = LINE_END[1];
        request = ByteBuffer.wrap(rest);
    }

    /** Take native replies. */
    private final class Inside implements WritableByteChannel {

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            int count = bytes.remaining();
            lastWords = Optional.empty();
            synchronized (writing) {
                replies.take(bytes);
            }
            return count;
        }

        @Override
        public boolean isOpen() {
            return transport.out().isOpen();
        }

        @Override
        public void close() throws IOException {
            transport.out().close();
        }
    }
}
