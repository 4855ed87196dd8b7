package forum.door.json;

import forum.server.door.Door;
import forum.server.door.Transport;
import java.util.function.Consumer;

/** Let the clients of the forum's first version in, which send JSON objects (docs/protocol.md, The seed's JSON messages). */
public final class JsonDoor implements Door {

    @Override
    public String name() {
        return "json";
    }

    @Override
    public boolean opensWith(int firstByte) {
        return firstByte == '{';
    }

    @Override
    public Transport translate(Transport outside, Consumer<Boolean> withinRequest, long largestFile) {
        return new JsonTransport(outside, withinRequest, largestFile);
    }
}
