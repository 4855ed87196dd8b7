import forum.door.json.JsonDoor;
import forum.server.door.Door;

/** Let the clients of the forum's first version in. */
module forum.door.json {
    requires com.fasterxml.jackson.core;
    requires forum.server;
    requires static org.jspecify;

    provides Door with
            JsonDoor;
}
