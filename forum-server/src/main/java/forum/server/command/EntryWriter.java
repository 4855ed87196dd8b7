package forum.server.command;

import forum.api.Attachment;
import forum.api.Entry;
import forum.api.ForumThread;
import forum.api.Message;
import forum.api.wire.WireOutput;

/** Write threads, messages and files: in RESP2 a line each, in RESP3 a map with its keys in the documented order. */
public final class EntryWriter {

    private EntryWriter() {}

    /** Write a thread. */
    public static void write(ForumThread thread, WireOutput out) {
        if (out.protocol() == 2) {
            out.bulk(thread.title().value());
        } else {
            writeThread(thread, out);
        }
    }

    /** Write a thread by itself, as a map also in RESP2. */
    public static void writeThread(ForumThread thread, WireOutput out) {
        out.map(6);
        pair("title", thread.title().value(), out);
        pair("owner", thread.owner().value(), out);
        pair("messages", thread.messages(), out);
        pair("files", thread.files(), out);
        pair("created", thread.created().toEpochMilli(), out);
        pair("active", thread.active().toEpochMilli(), out);
    }

    /** Write a file by itself: in RESP2 its name. */
    public static void writeFile(Attachment file, WireOutput out) {
        if (out.protocol() == 2) {
            out.bulk(file.file().value());
        } else {
            attachment(file, out);
        }
    }

    /** Write an entry of a thread as a map. */
    static void writeEntry(Entry entry, WireOutput out) {
        switch (entry) {
            case Message message -> message(message, out);
            case Attachment attachment -> attachment(attachment, out);
        }
    }

    private static void message(Message message, WireOutput out) {
        out.map(6);
        pair("number", message.number(), out);
        pair("id", message.id(), out);
        pair("author", message.author().value(), out);
        pair("time", message.time().toEpochMilli(), out);
        out.bulk("edited");
        out.bool(message.edited());
        out.bulk("text");
        out.bulk(message.text());
    }

    private static void attachment(Attachment attachment, WireOutput out) {
        out.map(6);
        pair("id", attachment.id(), out);
        pair("author", attachment.author().value(), out);
        pair("time", attachment.time().toEpochMilli(), out);
        pair("file", attachment.file().value(), out);
        pair("size", attachment.size(), out);
        pair("sha256", attachment.sha256(), out);
    }

    private static void pair(String key, String value, WireOutput out) {
        out.bulk(key);
        out.bulk(value);
    }

    private static void pair(String key, long value, WireOutput out) {
        out.bulk(key);
        out.number(value);
    }
}
