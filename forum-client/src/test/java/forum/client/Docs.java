package forum.client;

import forum.api.wire.WireValue;
import java.util.ArrayList;
import java.util.List;

/** Write catalogues as docs/catalogue.md describes them. */
public final class Docs {

    private Docs() {}

    /** Describe the twelve commands of the forum and WHO, a plugin's. */
    public static WireValue forum() {
        WireValue line = map("shape", "line");
        return new WireValue.Dictionary(List.of(
                command("CRT", "Create a thread", line, argument("thread", "new-thread")),
                command("MSG", "Post a message", line, argument("thread", "thread"), argument("text", "text")),
                command("DLT", "Delete a message", line, argument("thread", "thread"), argument("number", "message")),
                command(
                        "EDT",
                        "Edit a message",
                        line,
                        argument("thread", "thread"),
                        argument("number", "message"),
                        argument("text", "new-text")),
                command(
                        "LST",
                        "List the threads",
                        map(
                                "shape",
                                "threads",
                                "heading",
                                "The list of active threads:",
                                "empty",
                                "No threads to list")),
                command(
                        "RDT",
                        "Read a thread",
                        map("shape", "entries", "empty", "Thread {thread} is empty"),
                        argument("thread", "thread"),
                        optional("first", "position"),
                        optional("last", "position")),
                command("UPD", "Attach a file", line, argument("thread", "thread"), argument("file", "local-file")),
                command(
                        "DWN",
                        "Download a file",
                        map("shape", "file", "name", "{file}", "done", "{file} successfully downloaded"),
                        argument("thread", "thread"),
                        argument("file", "attached-file"),
                        optional("offset", "number"),
                        optional("length", "number")),
                command("RMV", "Remove a thread", line, argument("thread", "thread")),
                command("PWD", "Change", line, argument("password", "secret"), argument("new", "new-secret")),
                command("XIT", "Leave", map("shape", "end")),
                command("SHT", "Shut the server down", map("shape", "end"), argument("password", "secret")),
                command("WHO", "List who is here", who())));
    }

    /** Describe those and one that a plugin has brought. */
    public static WireValue forumWith(String name, String summary, WireValue reply, WireValue... arguments) {
        List<WireValue.Pair> all = new ArrayList<>(((WireValue.Dictionary) forum()).pairs());
        all.add(command("plugin", name, summary, reply, arguments));
        return new WireValue.Dictionary(all);
    }

    /** Describe one command. */
    public static WireValue.Pair command(String name, String summary, WireValue reply, WireValue... arguments) {
        return command("forum", name, summary, reply, arguments);
    }

    private static WireValue.Pair command(
            String group, String name, String summary, WireValue reply, WireValue... arguments) {
        List<WireValue.Pair> fields = new ArrayList<>();
        fields.add(field("summary", WireValue.Bulk.of(summary)));
        fields.add(field("group", WireValue.Bulk.of(group)));
        fields.add(field("origin", WireValue.Bulk.of("forum.commands 0.1.0")));
        fields.add(field("arguments", new WireValue.Array(List.of(arguments))));
        fields.add(field("reply", reply));
        return field(name, new WireValue.Dictionary(fields));
    }

    /** Describe a required argument. */
    public static WireValue argument(String name, String kind) {
        return map("name", name, "kind", kind);
    }

    /** Describe an optional argument. */
    public static WireValue optional(String name, String kind) {
        return new WireValue.Dictionary(List.of(
                field("name", WireValue.Bulk.of(name)),
                field("kind", WireValue.Bulk.of(kind)),
                field("flags", new WireValue.Array(List.of(new WireValue.Simple("optional"))))));
    }

    /** Make a map of strings and numbers. */
    public static WireValue map(Object... keysAndValues) {
        List<WireValue.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            pairs.add(field(keysAndValues[i].toString(), value(keysAndValues[i + 1])));
        }
        return new WireValue.Dictionary(pairs);
    }

    /** Make an array. */
    public static WireValue array(WireValue... elements) {
        return new WireValue.Array(List.of(elements));
    }

    private static WireValue value(Object value) {
        return switch (value) {
            case WireValue wire -> wire;
            case Long number -> new WireValue.Number(number);
            case Integer number -> new WireValue.Number(number);
            case Boolean bool -> new WireValue.Bool(bool);
            default -> WireValue.Bulk.of(value.toString());
        };
    }

    private static WireValue who() {
        return new WireValue.Dictionary(List.of(
                field("shape", WireValue.Bulk.of("table")),
                field("heading", WireValue.Bulk.of("Logged in:")),
                field("columns", array(map("name", "user", "kind", "user"), map("name", "idle", "kind", "seconds")))));
    }

    private static WireValue.Pair field(String key, WireValue value) {
        return new WireValue.Pair(WireValue.Bulk.of(key), value);
    }
}
