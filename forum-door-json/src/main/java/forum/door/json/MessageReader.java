package forum.door.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Read the client's objects, which come back to back.
 *
 * <p>Memory stays bounded whatever comes: strings, names and depth have limits, and of an object only a few fields are
 * kept. Belongs to the connection's thread.
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
    private Optional<JsonParser> parser = Optional.empty();

    MessageReader(Outside outside) {
        this.outside = outside;
    }

    /** Read the next object, waiting for it; empty at the end of the stream. */
    Optional<Message> next() throws IOException, NotAMessage {
        try {
            JsonParser json = parser();
            JsonToken first = json.nextToken();
            if (first == null) {
                return Optional.empty();
            }
            if (first != JsonToken.START_OBJECT) {
                throw new NotAMessage("expected an object");
            }
            return Optional.of(new Message(fields(json)));
        } catch (JacksonException e) {
            throw new NotAMessage(e.getOriginalMessage());
        }
    }

    /** Give back to the stream what was read ahead of it: bytes that are no JSON come next. */
    void release() throws IOException {
        if (parser.isPresent()) {
            ByteArrayOutputStream ahead = new ByteArrayOutputStream();
            parser.get().releaseBuffered(ahead);
            outside.giveBack(ahead.toByteArray());
            parser = Optional.empty();
        }
    }

    private JsonParser parser() throws IOException {
        if (parser.isEmpty()) {
            parser = Optional.of(FACTORY.createParser(outside));
        }
        return parser.get();
    }

    private static Map<String, String> fields(JsonParser json) throws IOException, NotAMessage {
        Map<String, String> fields = new HashMap<>();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            if (value == JsonToken.VALUE_STRING || value.isNumeric()) {
                put(fields, name, json.getText());
            } else {
                json.skipChildren();
            }
        }
        return fields;
    }

    private static void put(Map<String, String> fields, String name, String value) throws NotAMessage {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            throw new NotAMessage("half a surrogate pair is no text");
        }
        fields.put(name, value);
        if (fields.size() > MOST_FIELDS) {
            throw new NotAMessage("too many fields");
        }
    }
}
