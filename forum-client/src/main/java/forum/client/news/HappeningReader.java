package forum.client.news;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Read the payload of news: a flat JSON object. */
public final class HappeningReader {

    /** No name is as long, of a user, a thread or a file: names are kept, and shown whole. */
    private static final int LONGEST_NAME = 1000;

    private final JsonFactory json = new JsonFactory();

    /** Read news; what is none, or malformed, is empty: it is only news. */
    public Optional<Happening> read(String payload) {
        try (JsonParser parser = json.createParser(payload)) {
            Map<String, String> fields = fields(parser);
            return Optional.ofNullable(fields.get("event"))
                    .filter(_ -> Stream.of("user", "thread", "file")
                            .allMatch(name -> fields.getOrDefault(name, "").length() <= LONGEST_NAME))
                    .map(event -> new Happening(
                            event,
                            fields.getOrDefault("user", ""),
                            text(fields, "thread"),
                            number(fields, "number"),
                            number(fields, "id"),
                            text(fields, "text"),
                            text(fields, "file"),
                            number(fields, "size")));
        } catch (IOException malformed) {
            return Optional.empty();
        }
    }

    private static Map<String, String> fields(JsonParser parser) throws IOException {
        Map<String, String> fields = new HashMap<>();
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return fields;
        }
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            if (parser.nextToken().isScalarValue()) {
                fields.put(key, parser.getText());
            } else {
                parser.skipChildren();
            }
        }
        return fields;
    }

    private static Optional<String> text(Map<String, String> fields, String key) {
        return Optional.ofNullable(fields.get(key));
    }

    private static OptionalLong number(Map<String, String> fields, String key) {
        try {
            return fields.containsKey(key) ? OptionalLong.of(Long.parseLong(fields.get(key))) : OptionalLong.empty();
        } catch (NumberFormatException notANumber) {
            return OptionalLong.empty();
        }
    }
}
