package forum.server.login;

import forum.api.Event;
import forum.api.Name;
import forum.api.command.Online;
import forum.server.ServerConfig.Access;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Know who is logged in, and hold their names.
 *
 * <p>A name is free again when its connection has ended. A connection that has been silent may be dead without anybody
 * knowing, so it is tested when somebody asks for its name. Thread-safe.
 */
public final class Presence {

    /** How long somebody who asks for a name waits for a silent connection to turn out dead. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(3);

    /** How long they wait for a connection that may just be hanging up. */
    private static final long HANGING_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Access access;
    private final InstantSource clock;
    private final Consumer<Event> happenings;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition left = lock.newCondition();
    private final Set<Seat> seats = new LinkedHashSet<>();
    private final Map<Name, List<Seat>> byUser = new HashMap<>();
    private final Map<Seat, Integer> probed = new HashMap<>();
    private final Map<Name, Integer> dismissals = new HashMap<>();

    /** Begin with nobody. */
    public Presence(Access access, InstantSource clock, Consumer<Event> happenings) {
        this.access = access;
        this.clock = clock;
        this.happenings = happenings;
    }

    /** Tell whether a user could log in now; waits a little for one that is leaving, three seconds for a dead one. */
    public boolean hasRoom(Name user, Role role) {
        lock.lock();
        try {
            List<Seat> silent = roomNow(user, role) ? List.of() : silentHolders(user, role);
            silent.forEach(this::probe);
            long patience = silent.isEmpty() ? HANGING_UP_NANOS : PATIENCE_NANOS;
            try {
                while (!roomNow(user, role) && patience > 0) {
                    patience = left.awaitNanos(patience);
                }
            } finally {
                silent.forEach(this::endProbe);
            }
            return roomNow(user, role);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Log a user in, if there is room. */
    public Optional<Seat> enter(Name user, Role role, Occupant occupant) {
        Seat seat = new Seat(user, role, clock.instant(), occupant);
        lock.lock();
        try {
            if (!roomNow(user, role)) {
                return Optional.empty();
            }
            seats.add(seat);
            byUser.computeIfAbsent(user, _ -> new ArrayList<>()).add(seat);
        } finally {
            lock.unlock();
        }
        happenings.accept(new Event.LoggedIn(seat.since(), user));
        return Optional.of(seat);
    }

    /** Log a user out. */
    public void leave(Seat seat) {
        lock.lock();
        try {
            if (!seats.remove(seat)) {
                return;
            }
            byUser.computeIfPresent(seat.user(), (_, held) -> held.remove(seat) && held.isEmpty() ? null : held);
            left.signalAll();
        } finally {
            lock.unlock();
        }
        happenings.accept(new Event.LoggedOut(clock.instant(), seat.user()));
    }

    /** Tell how often a user was dismissed; whoever proved a password before the last time has to prove it again. */
    public int dismissals(Name user) {
        lock.lock();
        try {
            return dismissals.getOrDefault(user, 0);
        } finally {
            lock.unlock();
        }
    }

    /** End all connections of a user but that one. */
    public void dismiss(Name user, Optional<Occupant> butThat) {
        List<Seat> held;
        lock.lock();
        try {
            dismissals.merge(user, 1, Integer::sum);
            held = List.copyOf(byUser.getOrDefault(user, List.of()));
        } finally {
            lock.unlock();
        }
        held.stream()
                .map(Seat::occupant)
                .filter(occupant -> butThat.filter(occupant::equals).isEmpty())
                .forEach(Occupant::dismiss);
    }

    /** List who is logged in, in order of login. */
    public List<Online> online() {
        lock.lock();
        try {
            List<Online> online = new ArrayList<>(seats.size());
            seats.forEach(
                    s -> online.add(new Online(s.user(), s.since(), s.occupant().active())));
            return online;
        } finally {
            lock.unlock();
        }
    }

    /** Test a connection for as long as somebody waits for the result. */
    private void probe(Seat seat) {
        if (probed.merge(seat, 1, Integer::sum) == 1) {
            seat.occupant().probe();
        }
    }

    private void endProbe(Seat seat) {
        if (probed.merge(seat, -1, (waiting, one) -> waiting + one > 0 ? waiting + one : null) == null) {
            seat.occupant().endProbe();
        }
    }

    private boolean roomNow(Name user, Role role) {
        int limit = role == Role.PERSON ? access.sessionsPerUser() : access.authPerUser();
        return limit == 0 || holders(user, role).size() < limit;
    }

    private List<Seat> silentHolders(Name user, Role role) {
        return holders(user, role).stream().filter(s -> s.occupant().isSilent()).toList();
    }

    private List<Seat> holders(Name user, Role role) {
        return byUser.getOrDefault(user, List.of()).stream()
                .filter(s -> s.role() == role)
                .toList();
    }
}
