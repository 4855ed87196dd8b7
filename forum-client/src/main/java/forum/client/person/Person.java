package forum.client.person;

import forum.client.file.Folder;
import forum.client.reply.Units;
import java.util.Map;

/**
 * Know who sits at the terminal, as long as the client runs.
 *
 * @param folder where the person's files are
 * @param units how the person reads times
 * @param environment what the person has settled for all programs
 * @param memory what stays true while connections come and go
 */
public record Person(Folder folder, Units units, Map<String, String> environment, Memory memory) {

    /** Know nothing of them yet. */
    public Person(Folder folder, Units units, Map<String, String> environment) {
        this(folder, units, environment, new Memory());
    }

    /** Tell whether the person wants colours. */
    public boolean wantsColours() {
        return environment.getOrDefault("NO_COLOR", "").isEmpty();
    }
}
