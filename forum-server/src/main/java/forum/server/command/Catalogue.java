package forum.server.command;

import forum.api.command.CommandSpec;
import forum.api.command.Parameter;
import forum.api.command.Parameter.Kind;
import forum.api.command.Reply;
import forum.api.command.Reply.Column;
import forum.api.wire.WireOutput;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Write what clients know about commands, in the shapes of Redis's {@code COMMAND} and {@code COMMAND DOCS}
 * (docs/catalogue.md).
 */
public final class Catalogue {

    private final WireOutput out;

    /** Write to this. */
    public Catalogue(WireOutput out) {
        this.out = out;
    }

    /** Write the answer of {@code COMMAND DOCS}. */
    public void docs(Collection<Registered> commands) {
        out.map(commands.size());
        for (Registered command : commands) {
            out.bulk(command.spec().name());
            docs(command);
        }
    }

    /** Write the answer of {@code COMMAND}. */
    public void infos(Collection<Registered> commands) {
        out.array(commands.size());
        commands.forEach(this::info);
    }

    /** Write one command as {@code COMMAND INFO} does. */
    public void info(Registered command) {
        CommandSpec spec = command.spec();
        boolean fixed = spec.minArguments() == spec.maxArguments() && !spec.takesRest() && !spec.takesFile();
        out.array(10);
        out.bulk(spec.name());
        out.number(fixed ? spec.minArguments() + 1 : -(spec.minArguments() + 1));
        out.set(0);
        for (int key = 0; key < 3; key++) {
            out.number(0);
        }
        out.set(0);
        out.array(0);
        out.array(0);
        out.array(0);
    }

    private void docs(Registered command) {
        CommandSpec spec = command.spec();
        boolean hasArguments = !spec.parameters().isEmpty();
        out.map(hasArguments ? 6 : 5);
        pair("summary", spec.summary());
        pair("since", command.origin().version());
        pair("group", command.origin().plugin() ? "plugin" : "forum");
        pair("origin", command.origin().toString());
        if (hasArguments) {
            out.bulk("arguments");
            out.array(spec.parameters().size());
            spec.parameters().forEach(this::argument);
        }
        out.bulk("reply");
        reply(spec.reply());
    }

    private void argument(Parameter<?> parameter) {
        boolean file = parameter.kind() == Kind.LOCAL_FILE;
        boolean rest = parameter.kind() == Kind.TEXT || parameter.kind() == Kind.NEW_TEXT;
        boolean flags = parameter.isOptional() || rest;
        out.map(3 + (flags ? 1 : 0) + (file ? 1 : 0));
        pair("name", parameter.name());
        pair("type", file ? "block" : parameter.kind() == Kind.NUMBER ? "integer" : "string");
        pair("kind", word(parameter.kind()));
        if (flags) {
            flags(parameter.isOptional(), rest);
        }
        if (file) {
            out.bulk("arguments");
            out.array(2);
            part(parameter.name());
            part("bytes");
        }
    }

    private void flags(boolean optional, boolean multiple) {
        out.bulk("flags");
        out.set((optional ? 1 : 0) + (multiple ? 1 : 0));
        if (optional) {
            out.simple("optional");
        }
        if (multiple) {
            out.simple("multiple");
        }
    }

    private void part(String name) {
        out.map(2);
        pair("name", name);
        pair("type", "string");
    }

    private void reply(Reply reply) {
        switch (reply) {
            case Reply.Line() -> shape("line", 0);
            case Reply.Lines(String heading, String empty) -> {
                shape("lines", 2);
                pair("heading", heading);
                pair("empty", empty);
            }
            case Reply.Threads(String heading, String empty) -> {
                shape("threads", 2);
                pair("heading", heading);
                pair("empty", empty);
            }
            case Reply.Entries(String empty) -> {
                shape("entries", 1);
                pair("empty", empty);
            }
            case Reply.Table(List<Column> columns, String heading, String empty) -> {
                shape("table", 3);
                pair("heading", heading);
                pair("empty", empty);
                columns(columns);
            }
            case Reply.File(String name, String done) -> {
                shape("file", 2);
                pair("name", name);
                pair("done", done);
            }
            case Reply.End() -> shape("end", 0);
        }
    }

    private void shape(String shape, int more) {
        out.map(1 + more);
        pair("shape", shape);
    }

    private void columns(List<Column> columns) {
        out.bulk("columns");
        out.array(columns.size());
        for (Column column : columns) {
            out.map(2);
            pair("name", column.name());
            pair("kind", word(column.kind()));
        }
    }

    private static String word(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void pair(String key, String value) {
        out.bulk(key);
        out.bulk(value);
    }
}
