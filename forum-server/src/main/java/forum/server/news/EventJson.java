package forum.server.news;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import forum.api.Attachment;
import forum.api.Event;
import forum.api.ForumThread;
import forum.api.Message;
import forum.api.Name;
import forum.api.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** Write the payloads of news: JSON objects (docs/protocol.md, News). */
final class EventJson {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    @FunctionalInterface
    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    private EventJson() {}

    static byte[] of(Event event) {
        return switch (event) {
            case Event.Created(var time, var user, var thread) ->
                object("created", time, user, json -> thread(json, thread));
            case Event.Removed(var time, var user, var thread) ->
                object("removed", time, user, json -> thread(json, thread));
            case Event.Posted(var time, var user, var thread, var message) ->
                object("posted", time, user, json -> message(json, thread, message, true));
            case Event.Edited(var time, var user, var thread, var message) ->
                object("edited", time, user, json -> message(json, thread, message, true));
            case Event.Deleted(var time, var user, var thread, var message) ->
                object("deleted", time, user, json -> message(json, thread, message, false));
            case Event.Attached(var time, var user, var thread, var attachment) ->
                object("uploaded", time, user, json -> attachment(json, thread, attachment));
            case Event.LoggedIn(var time, var user) -> object("login", time, user, _ -> {});
            case Event.LoggedOut(var time, var user) -> object("logout", time, user, _ -> {});
        };
    }

    static byte[] told(Instant time, Name user, Text line) {
        return object("told", time, user, json -> json.writeStringField("text", line.toString()));
    }

    static byte[] missed(Instant time) {
        return object("missed", time, _ -> {});
    }

    static byte[] shutdown(Instant time, String farewell) {
        return object("shutdown", time, json -> json.writeStringField("text", farewell));
    }

    private static byte[] object(String event, Instant time, Name user, Fields fields) {
        return object(event, time, json -> {
            json.writeStringField("user", user.value());
            fields.write(json);
        });
    }

    private static byte[] object(String event, Instant time, Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = FACTORY.createGenerator(bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringField("event", event);
            json.writeNumberField("time", time.toEpochMilli());
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory refused to be written", e);
        }
        return bytes.toByteArray();
    }

    private static void thread(JsonGenerator json, ForumThread thread) throws IOException {
        json.writeStringField("thread", thread.title().value());
        json.writeNumberField("thread-id", thread.id());
        json.writeNumberField("revision", thread.revision());
    }

    private static void message(JsonGenerator json, ForumThread thread, Message message, boolean withText)
            throws IOException {
        thread(json, thread);
        json.writeNumberField("number", message.number());
        json.writeNumberField("id", message.id());
        if (withText) {
            json.writeStringField("text", message.text().toString());
        }
    }

    private static void attachment(JsonGenerator json, ForumThread thread, Attachment attachment) throws IOException {
        thread(json, thread);
        json.writeNumberField("id", attachment.id());
        json.writeStringField("file", attachment.file().value());
        json.writeNumberField("size", attachment.size());
    }
}
