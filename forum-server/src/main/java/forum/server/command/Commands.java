package forum.server.command;

import forum.api.command.CommandHandler;
import forum.api.command.CommandSpec;
import forum.api.command.Parameter;
import forum.api.command.Reply;
import forum.server.StartException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Know every command, in the order in which clients show them. Immutable once the server serves. */
public final class Commands {

    /** Without these it is not a forum, so a server does not start without them. */
    private static final List<String> REQUIRED =
            List.of("CRT", "MSG", "DLT", "EDT", "LST", "RDT", "UPD", "DWN", "RMV", "PWD", "XIT", "SHT");

    private final Set<String> reserved;
    private final Map<String, Registered> byName = new LinkedHashMap<>();
    private final Map<String, Registered> quick = new HashMap<>();

    /**
     * Begin with no command.
     *
     * @param reserved the session's own words, which no command may take
     */
    public Commands(Set<String> reserved) {
        this.reserved = reserved;
    }

    /**
     * Add a command.
     *
     * @throws StartException if its name is taken
     */
    public void add(CommandSpec spec, CommandHandler handler, Origin origin) {
        if (reserved.contains(spec.name())) {
            throw new StartException("The command " + spec.name() + " of " + origin.inFull()
                    + " has the name of a word of the protocol");
        }
        Registered command = new Registered(spec, handler, origin);
        Registered other = byName.putIfAbsent(spec.name(), command);
        if (other != null) {
            throw new StartException("Two commands are named " + spec.name() + ": one of "
                    + other.origin().inFull() + ", one of " + origin.inFull());
        }
        if (isQuick(command)) {
            quick.put(spec.name(), command);
        }
    }

    /**
     * Make sure that the forum's own commands are all there.
     *
     * @throws StartException if one is missing
     */
    public void requireComplete() {
        List<String> missing =
                REQUIRED.stream().filter(name -> !byName.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw new StartException(
                    "No module serves " + String.join(" ", missing) + "; is forum-commands on the module path?");
        }
    }

    /** Find a command by its word, whatever its case. */
    public Optional<Registered> find(String word) {
        return Optional.ofNullable(byName.get(word.toUpperCase(Locale.ROOT)));
    }

    /**
     * Find one of those that take little time, wait for no client and judge no password: of the forum's own, and answered with
     * a line or a page.
     */
    public Optional<Registered> quick(String word) {
        return Optional.ofNullable(quick.get(word.toUpperCase(Locale.ROOT)));
    }

    private static boolean isQuick(Registered command) {
        CommandSpec spec = command.spec();
        return !command.origin().plugin()
                && spec.parameters().stream().noneMatch(parameter -> mayWait(parameter.kind()))
                && (spec.reply() instanceof Reply.Line || spec.reply() instanceof Reply.Entries);
    }

    private static boolean mayWait(Parameter.Kind kind) {
        return kind == Parameter.Kind.LOCAL_FILE || kind.isSecret();
    }

    /** List all commands. */
    public Collection<Registered> all() {
        return Collections.unmodifiableCollection(byName.values());
    }
}
