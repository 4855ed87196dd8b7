package forum.door.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Say an array of strings as one JSON document, however long.
 *
 * <p>It is all ASCII, as the first server's was: a client that reads in pieces may cut anywhere.
 */
final class Listing extends Strings {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** Write one part of the document. */
    @FunctionalInterface
    private interface Part {
        void write(JsonGenerator json) throws IOException;
    }

    /** Write one string into the document. */
    @FunctionalInterface
    private interface Element {
        void write(JsonGenerator json, String content) throws IOException;
    }

    private final Voice voice;
    private final JsonGenerator json;
    private final Supplier<Optional<String>> obstacle;
    private boolean refused;
    private final Part beginning;
    private final Element element;
    private final Part end;

    private Listing(Voice voice, Supplier<Optional<String>> obstacle, Part beginning, Element element, Part end)
            throws IOException {
        this.voice = voice;
        this.obstacle = obstacle;
        this.json = FACTORY.createGenerator(stream(voice));
        this.beginning = beginning;
        this.element = element;
        this.end = end;
    }

    /** Say titles as the keys of an object. */
    static Listing ofTitles(Voice voice) throws IOException {
        return new Listing(
                voice,
                Optional::empty,
                JsonGenerator::writeStartObject,
                JsonGenerator::writeNullField,
                JsonGenerator::writeEndObject);
    }

    /** Say the lines of a thread as an array, behind the thread's owner. */
    static Listing ofLines(Voice voice, Owner owner) throws IOException {
        return new Listing(
                voice,
                owner::refusal,
                json -> {
                    json.writeStartArray();
                    json.writeString(owner.name());
                },
                JsonGenerator::writeString,
                JsonGenerator::writeEndArray);
    }

    @Override
    public void line(String text, boolean refused) throws IOException {
        voice.say(text);
    }

    @Override
    public void array() throws IOException {
        Optional<String> reason = obstacle.get();
        refused = reason.isPresent();
        if (refused) {
            voice.say(reason.get());
        } else {
            beginning.write(json);
        }
    }

    @Override
    void string(String content) throws IOException {
        if (!refused) {
            element.write(json, content);
        }
    }

    @Override
    public void endOfArray() throws IOException {
        if (!refused) {
            end.write(json);
            json.close();
        }
    }

    private static OutputStream stream(Voice voice) {
        return new OutputStream() {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                voice.bytes(ByteBuffer.wrap(bytes, from, length));
            }

            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }
        };
    }
}
