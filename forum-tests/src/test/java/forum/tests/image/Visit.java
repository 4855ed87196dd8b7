package forum.tests.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Begin sessions of the client's image on terminals. */
final class Visit {

    private final Tmux tmux;
    private final Path folder;

    /** Begin them in that folder, which is their home too. */
    Visit(Tmux tmux, Path folder) {
        this.tmux = tmux;
        this.folder = folder;
    }

    /** Start the client. */
    Window client(Map<String, String> environment, String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(Images.client().toString()));
        command.addAll(List.of(arguments));
        return tmux.open(folder, environment, command);
    }

    /** Log somebody in, who may be new and whose password is the name. */
    Window as(String user, int port) throws InterruptedException {
        return as(user, port, Map.of());
    }

    Window as(String user, int port, Map<String, String> environment, String... options) throws InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("127.0.0.1", Integer.toString(port)));
        Window window = client(environment, arguments.toArray(String[]::new));
        window.await("Enter username:");
        window.enter(user);
        window.await(
                "password",
                screen -> screen.contains("password for " + user + ":") || screen.contains("Enter password:"));
        window.enter(user);
        window.awaitEnd(user + ">");
        return window;
    }
}
