package forum.server.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import forum.api.Attachment;
import forum.api.ForumThread;
import forum.api.Message;
import forum.api.Name;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** Write the lines of {@code forum.jsonl}: one JSON object each (docs/archive.md). */
final class LineWriter implements AutoCloseable {

    static final int VERSION = 1;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private final JsonGenerator json;

    LineWriter(Path file) throws IOException {
        this.json = FACTORY.createGenerator(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
        json.setRootValueSeparator(null);
    }

    void begin() throws IOException {
        type("forum");
        json.writeNumberField("version", VERSION);
        end();
    }

    void thread(ForumThread thread, String path) throws IOException {
        type("thread");
        json.writeNumberField("id", thread.id());
        json.writeStringField("title", thread.title().value());
        json.writeStringField("owner", thread.owner().value());
        json.writeStringField("created", thread.created().toString());
        json.writeStringField("active", thread.active().toString());
        json.writeNumberField("revision", thread.revision());
        json.writeStringField("path", path);
        end();
    }

    void message(Message message) throws IOException {
        type("message");
        json.writeNumberField("id", message.id());
        json.writeStringField("author", message.author().value());
        json.writeStringField("time", message.time().toString());
        json.writeBooleanField("edited", message.edited());
        json.writeStringField("text", message.text().toString());
        end();
    }

    void attachment(Attachment file, String path) throws IOException {
        type("file");
        json.writeNumberField("id", file.id());
        json.writeStringField("author", file.author().value());
        json.writeStringField("time", file.time().toString());
        json.writeStringField("name", file.file().value());
        json.writeNumberField("size", file.size());
        json.writeStringField("sha256", file.sha256());
        json.writeStringField("path", path);
        end();
    }

    void plugin(String plugin, String key, byte[] value) throws IOException {
        type("plugin");
        json.writeStringField("plugin", plugin);
        json.writeStringField("key", key);
        json.writeStringField("value", Base64.getEncoder().encodeToString(value));
        end();
    }

    void user(Name user, String credential) throws IOException {
        type("user");
        json.writeStringField("name", user.value());
        json.writeStringField("credential", credential);
        end();
    }

    void end(long lastId, long threads, long entries) throws IOException {
        type("end");
        json.writeNumberField("lastId", lastId);
        json.writeNumberField("threads", threads);
        json.writeNumberField("entries", entries);
        end();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    private void type(String type) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", type);
    }

    private void end() throws IOException {
        json.writeEndObject();
        json.writeRaw('\n');
    }
}
