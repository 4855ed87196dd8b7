package forum.client;

import forum.client.net.Address;
import forum.client.net.Trust;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Say what a start of the client is to do.
 *
 * @param address where the forum is, and as whom to log in
 * @param script whether it is a tool for a script in any case
 * @param named whether {@code --user} said so
 * @param plain whether a terminal is used line by line, without drawing
 * @param commands what to do instead of asking for commands
 * @param json whether answers are written as JSON
 * @param passwordFile where the password is
 */
record Options(
        Address address,
        boolean script,
        boolean named,
        boolean plain,
        List<String> commands,
        boolean json,
        Optional<Path> passwordFile) {

    /** Keep a copy; a script that nobody is asked in must say who it is. */
    Options {
        commands = List.copyOf(commands);
        if (script && address.user().isEmpty()) {
            throw new IllegalArgumentException("Say who you are: -c, --json and --password-file need --user NAME");
        }
    }

    /** Trust the servers of that file, too, where nothing else was said. */
    Options knowing(Path knownHosts) {
        return address.trust().filter(trust -> trust.fingerprint().isEmpty()).isEmpty()
                ? this
                : new Options(
                        address.trusting(new Trust(Optional.of(knownHosts), Optional.empty())),
                        script,
                        named,
                        plain,
                        commands,
                        json,
                        passwordFile);
    }

    /**
     * Tell whether the client is a tool for a script, and logs in as a program.
     *
     * @param person whether a person sits at a terminal
     */
    boolean isScript(boolean person) {
        return script || named && !person;
    }
}
