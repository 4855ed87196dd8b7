package forum.server.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;

/** Read values as an operator writes them; what is none is an IllegalArgumentException that says why. */
final class Values {

    private Values() {}

    /** Read a number from 0 on. */
    static int count(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // as bad as one below zero
        }
        throw new IllegalArgumentException("'" + text + "' is no number from 0 on");
    }

    /** Read the address of a machine or its name. */
    static InetAddress address(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("the address is empty");
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("the address " + text + " is not known", e);
        }
    }

    /** Read a path; an empty one, from an unset variable say, would be the folder one happens to be in. */
    static Path path(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("the path is empty");
        }
        return Path.of(text);
    }
}
