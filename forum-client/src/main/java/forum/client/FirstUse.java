package forum.client;

import forum.api.Printable;
import forum.client.known.StateFiles;
import forum.client.net.Address;
import forum.client.net.KnownHosts;
import forum.client.net.UntrustedException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;

/** Ask whether to trust a server whose certificate nobody vouches for, and remember the answer. */
record FirstUse(Surroundings here, Path knownHosts) {

    /** Tell whether a person at a terminal has agreed; nobody else is asked. */
    boolean agrees(Address address, UntrustedException trouble) {
        if (here.person().isEmpty() || trouble.fingerprint().isEmpty()) {
            return false;
        }
        String fingerprint = trouble.fingerprint().get();
        here.err().println("Nobody vouches for the certificate of " + Printable.line(address.toString()) + ".");
        here.err().println("Its fingerprint is " + fingerprint);
        here.err().print("If that is what the operator says, type yes to trust it from now on: ");
        here.err().flush();
        try {
            if (!line(here.in()).strip().equalsIgnoreCase("yes")) {
                return false;
            }
            StateFiles.made(knownHosts.toAbsolutePath().getParent());
            new KnownHosts(knownHosts).add(address, fingerprint);
            return true;
        } catch (IOException e) {
            here.err().println("forum: " + knownHosts + " cannot be written");
            return false;
        }
    }

    /** Read a line and nothing behind it. */
    private static String line(Reader in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString();
    }
}
