package forum.server.connection;

import forum.api.Name;
import forum.api.storage.Actor;
import forum.api.storage.Session;
import forum.api.storage.Storage;
import forum.server.login.Seat;

/** A user who is logged in on a connection. Not thread-safe. */
final class Member {

    private final Seat seat;
    private final Storage storage;
    private Session session;

    Member(Seat seat, Storage storage) {
        this.seat = seat;
        this.storage = storage;
        this.session = storage.session(Actor.user(seat.user()));
    }

    Seat seat() {
        return seat;
    }

    Name user() {
        return seat.user();
    }

    Session session() {
        return session;
    }

    /** Leave the session to a handler that was given up and may still be using it, and go on with another. */
    void renewSession() {
        session = storage.session(Actor.user(user()));
    }
}
