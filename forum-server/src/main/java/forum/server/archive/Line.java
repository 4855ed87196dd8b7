package forum.server.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import forum.api.Answer;
import forum.api.Name;
import forum.api.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Take a line of {@code forum.jsonl} apart, and complain of whatever is not as it should be. */
final class Line {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Map<String, Object> fields;

    private Line(Map<String, Object> fields) {
        this.fields = fields;
    }

    static Line parse(byte[] line) throws BadLine {
        Map<String, Object> fields = new LinkedHashMap<>();
        try (JsonParser json = FACTORY.createParser(line)) {
            require(json.nextToken() == JsonToken.START_OBJECT, "it is no JSON object");
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String key = json.currentName();
                fields.put(
                        key,
                        switch (json.nextToken()) {
                            case VALUE_STRING -> json.getText();
                            case VALUE_NUMBER_INT -> json.getLongValue();
                            case VALUE_TRUE -> true;
                            case VALUE_FALSE -> false;
                            default -> throw new BadLine("the value of " + key + " is of no kind that is used here");
                        });
            }
            require(json.nextToken() == null, "something follows the JSON object");
            return new Line(fields);
        } catch (JsonProcessingException e) {
            throw new BadLine("it is no JSON: " + e.getOriginalMessage());
        } catch (BadLine e) {
            throw e;
        } catch (IOException e) {
            throw new BadLine("it is no JSON: " + e.getMessage());
        }
    }

    static void require(boolean good, String complaint) throws BadLine {
        if (!good) {
            throw new BadLine(complaint);
        }
    }

    String string(String key) throws BadLine {
        return take(key, String.class, "a string");
    }

    long number(String key) throws BadLine {
        long number = take(key, Long.class, "a number");
        require(number >= 0, key + " is negative");
        return number;
    }

    boolean bool(String key) throws BadLine {
        return take(key, Boolean.class, "true or false");
    }

    Instant time(String key) throws BadLine {
        String value = string(key);
        try {
            Instant time = Instant.parse(value);
            require(time.equals(Instant.ofEpochMilli(time.toEpochMilli())), key + " has more than milliseconds");
            return time;
        } catch (DateTimeException | ArithmeticException e) {
            throw new BadLine(key + " is no time");
        }
    }

    Name name(String key, Name.Kind kind) throws BadLine {
        Name name = new Name(string(key));
        var flaw = name.flaw(kind);
        require(flaw.isEmpty(), flaw.map(refusal -> key + ": " + refusal.text()).orElse(""));
        return name;
    }

    Text text(String key) throws BadLine {
        String value = string(key);
        Text text = Text.of(value);
        require(text.toString().equals(value), key + " is no Unicode");
        return switch (text.checked()) {
            case Answer.Done<Text>(Text good) when good.equals(text) -> good;
            case Answer.Done<Text> _ -> throw new BadLine(key + " has CR LF");
            case Answer.Refused<Text>(var refusal) -> throw new BadLine(key + ": " + refusal.text());
        };
    }

    byte[] bytes(String key) throws BadLine {
        try {
            return Base64.getDecoder().decode(string(key).getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new BadLine(key + " is no Base64");
        }
    }

    /** Complain of what was not asked for. */
    void end() throws BadLine {
        require(fields.isEmpty(), "nothing is known of " + String.join(", ", fields.keySet()));
    }

    private <T> T take(String key, Class<T> type, String kind) throws BadLine {
        Object value = fields.remove(key);
        require(value != null, key + " is missing");
        require(type.isInstance(value), key + " is not " + kind);
        return type.cast(value);
    }

    /** Say what is wrong with a line. */
    static final class BadLine extends IOException {
        private static final long serialVersionUID = 1;

        BadLine(String complaint) {
            super(complaint);
        }
    }
}
