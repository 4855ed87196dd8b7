package forum.door.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Read the client's objects, which come back to back.
 *
 * <p>Memory stays bounded whatever comes: strings, names, depth and the number of fields have limits. Each object has a
 * parser of its own, which keeps nothing. Belongs to the connection's thread.
 */
final class MessageReader {

    /** Longer than any message may be, so that the one that judges its length sees it. */
    private static final int LONGEST_TEXT = 256 * 1024;

    private static final int MOST_FIELDS = 16;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(100)
                    .maxNumberLength(100)
                    .maxNestingDepth(10)
                    .build())
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    /** What came is not an object of the protocol; nothing behind it can be understood. */
    static final class NotAMessage extends Exception {

        private static final long serialVersionUID = 1L;

        NotAMessage(String message) {
            super(message);
        }
    }

    private final Outside outside;

    MessageReader(Outside outside) {
        this.outside = outside;
    }

    /** Read the next object, waiting for it; empty at the end of the stream. What is behind it stays unread. */
    Optional<Message> next() throws IOException, NotAMessage {
        outside.begun(false);
        try (JsonParser json = FACTORY.createParser(outside)) {
            JsonToken first = json.nextToken();
            if (first == null) {
                return Optional.empty();
            }
            if (first != JsonToken.START_OBJECT) {
                throw new NotAMessage("expected an object");
            }
            outside.begun(true);
            Message message = new Message(fields(json));
            ByteArrayOutputStream ahead = new ByteArrayOutputStream();
            json.releaseBuffered(ahead);
            outside.giveBack(ahead.toByteArray());
            return Optional.of(message);
        } catch (JacksonException e) {
            throw new NotAMessage(e.getOriginalMessage());
        }
    }

    private static Map<String, String> fields(JsonParser json) throws IOException, NotAMessage {
        Map<String, String> fields = new HashMap<>();
        int names = 0;
        int characters = 0;
        for (int depth = 1; depth > 0; ) {
            JsonToken token = json.nextToken();
            if (token == null) {
                throw new NotAMessage("it ends in the middle");
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token == JsonToken.FIELD_NAME && ++names > MOST_FIELDS) {
                throw new NotAMessage("too many fields");
            }
            if (depth == 1 && (token == JsonToken.VALUE_STRING || token.isNumeric())) {
                String value = text(json);
                characters += value.length();
                fields.put(json.currentName(), value);
            }
            if (characters > LONGEST_TEXT) {
                throw new NotAMessage("too long a text");
            }
        }
        return fields;
    }

    private static String text(JsonParser json) throws IOException, NotAMessage {
        String value = json.getText();
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            throw new NotAMessage("half a surrogate pair is no text");
        }
        return value;
    }
}
