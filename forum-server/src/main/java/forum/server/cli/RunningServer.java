package forum.server.cli;

import forum.api.storage.StorageException;
import forum.api.storage.StorageException.Fault;
import forum.server.control.ControlClient;
import forum.server.control.Order.Result;
import forum.server.control.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Give orders to the server that runs on a data folder. */
final class RunningServer {

    private RunningServer() {}

    /**
     * Give an order and wait until it is carried out.
     *
     * @return false if no server runs there
     * @throws StorageException if the order is refused, or the server cannot be reached
     */
    static boolean order(Path data, List<String> order, Report report) {
        try {
            Optional<ControlClient> connected = ControlClient.connect(data);
            if (connected.isEmpty()) {
                return false;
            }
            try (ControlClient server = connected.get()) {
                switch (server.order(order, report)) {
                    case Result.Done() -> {
                        return true;
                    }
                    case Result.Refused(String why) -> throw new StorageException(Fault.IO, why);
                }
            }
        } catch (IOException e) {
            throw new StorageException(
                    Fault.IO, "The server on " + data + " does not answer: " + StorageException.reason(e), e);
        }
    }
}
