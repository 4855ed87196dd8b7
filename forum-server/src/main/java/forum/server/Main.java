package forum.server;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

/** Stands in for the server: opens a port, says so, and hangs up on everyone. */
final class Main {
    private Main() {}

    static void main(String[] arguments) throws IOException {
        if (List.of(arguments).contains("--version")) {
            System.out.println("forum-server 0.1.0");
            return;
        }
        try (var door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            System.getLogger("forum.server").log(Level.INFO, "starting up on 127.0.0.1:" + door.getLocalPort());
            while (true) {
                door.accept().close();
            }
        }
    }
}
