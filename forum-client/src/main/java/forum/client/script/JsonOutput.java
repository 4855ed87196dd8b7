package forum.client.script;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import forum.api.wire.WireValue;
import forum.client.line.Invocation;
import forum.client.net.Fields;
import forum.client.reply.Answered;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Write one JSON object a command on a line of its own: {@code {"command":"LST","reply":…}}, or {@code
 * {"command":"LST","error":{"code":"NOTHREAD","text":"…"}}}.
 *
 * <p>A reply has the shape of docs/protocol.md: maps are objects, times milliseconds since 1970; a file that was
 * downloaded is {@code {"file":…,"size":…}}. What fails on this machine has the code {@code LOCAL}. All that is not
 * ASCII is escaped, so that texts are exact and still can do a terminal no harm.
 */
public final class JsonOutput implements Output {

    private final PrintStream data;
    private final JsonFactory json =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** Write to this stream. */
    public JsonOutput(PrintStream data) {
        this.data = data;
    }

    @Override
    public void answered(Invocation invocation, Answered answer) {
        if (answer.value() instanceof WireValue.Failure failure) {
            error(invocation, failure.code(), failure.text());
            return;
        }
        write(invocation, generator -> {
            generator.writeFieldName("reply");
            value(generator, answer.value());
        });
    }

    @Override
    public void failed(Invocation invocation, String sentence) {
        error(invocation, "LOCAL", sentence);
    }

    @Override
    public boolean isTaken() {
        return !data.checkError();
    }

    private void error(Invocation invocation, String code, String text) {
        write(invocation, generator -> {
            generator.writeObjectFieldStart("error");
            generator.writeStringField("code", code);
            generator.writeStringField("text", text);
            generator.writeEndObject();
        });
    }

    private void write(Invocation invocation, Fragment rest) {
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = json.createGenerator(out)) {
            generator.writeStartObject();
            generator.writeStringField("command", invocation.command().name());
            rest.writeTo(generator);
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
        data.println(out.toString().replace("\u007f", "\\u007f"));
        data.flush();
    }

    private static void value(JsonGenerator generator, WireValue value) throws IOException {
        switch (value) {
            case WireValue.Simple(String line) -> generator.writeString(line);
            case WireValue.Bulk bulk -> generator.writeString(bulk.text());
            case WireValue.Failure failure -> generator.writeString(failure.line());
            case WireValue.Number(long number) -> generator.writeNumber(number);
            case WireValue.Decimal(double number) -> generator.writeNumber(number);
            case WireValue.Bool(boolean bool) -> generator.writeBoolean(bool);
            case WireValue.Nil() -> generator.writeNull();
            case WireValue.Array(List<WireValue> elements) -> array(generator, elements);
            case WireValue.Group(List<WireValue> elements) -> array(generator, elements);
            case WireValue.Push(List<WireValue> elements) -> array(generator, elements);
            case WireValue.Dictionary(List<WireValue.Pair> pairs) -> object(generator, pairs);
        }
    }

    private static void array(JsonGenerator generator, List<WireValue> elements) throws IOException {
        generator.writeStartArray();
        for (WireValue element : elements) {
            value(generator, element);
        }
        generator.writeEndArray();
    }

    private static void object(JsonGenerator generator, List<WireValue.Pair> pairs) throws IOException {
        generator.writeStartObject();
        for (WireValue.Pair pair : pairs) {
            generator.writeFieldName(Fields.text(pair.key()).orElseGet(pair.key()::toString));
            value(generator, pair.value());
        }
        generator.writeEndObject();
    }

    @FunctionalInterface
    private interface Fragment {
        void writeTo(JsonGenerator generator) throws IOException;
    }
}
