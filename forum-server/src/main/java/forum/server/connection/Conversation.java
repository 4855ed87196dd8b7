package forum.server.connection;

import forum.api.Name;
import forum.api.Refusal;
import forum.api.wire.WireOutput;
import forum.server.login.Occupant;
import forum.server.login.Role;
import forum.server.login.Seat;
import forum.server.login.Source;
import forum.server.news.Subscription;
import java.util.Optional;

/**
 * What is going on between the server and one connection: who it is, what it listens to, what it is about to be told.
 * Belongs to whoever has the connection's turn.
 */
final class Conversation {

    private final Hub hub;
    private final WireOutput out;
    private final Occupant occupant;
    private final long id;
    private final Source source;

    private LoginState login = new LoginState.Stranger();
    private Optional<Subscription> subscription = Optional.empty();
    private Optional<Subscription> unsent = Optional.empty();
    private String clientName = "";
    private boolean confidential;
    private boolean over;

    /**
     * Begin.
     *
     * @param source where the other side is
     */
    Conversation(Hub hub, WireOutput out, Occupant occupant, long id, Source source) {
        this.hub = hub;
        this.out = out;
        this.occupant = occupant;
        this.id = id;
        this.source = source;
    }

    Hub hub() {
        return hub;
    }

    WireOutput out() {
        return out;
    }

    long id() {
        return id;
    }

    Source source() {
        return source;
    }

    String clientName() {
        return clientName;
    }

    void clientName(String name) {
        clientName = name;
    }

    void refuse(String code, String text) {
        refuse(new Refusal(code, text));
    }

    void refuse(Refusal refusal) {
        out.error(refusal.code(), refusal.text());
    }

    LoginState login() {
        return login;
    }

    void login(LoginState state) {
        login = state;
    }

    Optional<Member> member() {
        return login instanceof LoginState.LoggedIn(Member member) ? Optional.of(member) : Optional.empty();
    }

    /** End all other connections of a user. */
    void dismissOthers(Name user) {
        hub.presence().dismiss(user, Optional.of(occupant));
    }

    /**
     * Log a user in in place of whoever was, if there is room.
     *
     * @param dismissals how often the user had been dismissed before the password was judged
     */
    boolean enter(Name user, Role role, int dismissals) {
        Optional<Seat> seat = hub.presence().enter(user, role, occupant).filter(s -> isStillWelcome(s, dismissals));
        seat.ifPresent(s -> {
            logOut();
            login = new LoginState.LoggedIn(new Member(s, hub.storage()));
        });
        return seat.isPresent();
    }

    /** Look again: whose password was changed, or who was disabled, meanwhile was not seen among those who were ended then. */
    private boolean isStillWelcome(Seat seat, int dismissals) {
        boolean welcome = hub.accounts().isActive(seat.user()) && hub.presence().dismissals(seat.user()) == dismissals;
        if (!welcome) {
            hub.presence().leave(seat);
        }
        return welcome;
    }

    /** Forget the user, and what they listened to. */
    void logOut() {
        subscription.ifPresent(hub.news()::unsubscribe);
        subscription = Optional.empty();
        member().ifPresent(member -> {
            hub.presence().leave(member.seat());
            hub.log().activity(member.user() + " exited");
        });
        login = new LoginState.Stranger();
    }

    Optional<Subscription> subscription() {
        return subscription;
    }

    /** Find the member's subscription, or begin one. */
    Subscription subscription(Member member) {
        return subscription.orElseGet(() -> {
            Subscription begun = hub.news().subscribe(member.user());
            subscription = Optional.of(begun);
            unsent = Optional.of(begun);
            return begun;
        });
    }

    /** Give the subscription that was begun, once, so that what it hears is sent on from now on. */
    Optional<Subscription> takeNewSubscription() {
        Optional<Subscription> begun = unsent;
        unsent = Optional.empty();
        return begun;
    }

    /** Tell whether only a few words are answered now, as RESP2 has it for those who listen. */
    boolean onlyListens() {
        return out.protocol() == 2 && subscription.filter(s -> s.count() > 0).isPresent();
    }

    /** Take it that nobody else can read what the other side sends. */
    void confidential(boolean safe) {
        confidential = safe;
    }

    /** Tell whether passwords may be sent here. */
    boolean isConfidential() {
        return confidential || hub.network().plaintextLogins();
    }

    /** Close the connection once what was said is sent. */
    void end() {
        over = true;
    }

    boolean isOver() {
        return over;
    }
}
