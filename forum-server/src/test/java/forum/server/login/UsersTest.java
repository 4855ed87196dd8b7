package forum.server.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import forum.api.Answer;
import forum.api.Name;
import forum.server.login.Users.State;
import forum.server.login.Users.User;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UsersTest {

    private static final Name MIKE = new Name("mike");
    private static final Source SOURCE = new Source("192.0.2.1");

    private final HandClock clock = new HandClock();
    private final MapCredentials credentials = new MapCredentials();
    private final Accounts accounts = new Accounts(credentials, clock, new Throttle(clock), new CountedHashing(8));
    private final List<Name> dismissed = new ArrayList<>();
    private final Users users = new Users(credentials, accounts, dismissed::add);

    @AfterEach
    void end() {
        accounts.close();
    }

    @Test
    void anAddedUserHasThePasswordThatIsTold() {
        assertThat(login(done(users.add(MIKE)))).isEqualTo(new Verdict.Right());
        assertThat(users.list()).containsExactly(new User(MIKE, State.ACTIVE));
    }

    @Test
    void nobodyIsAddedTwiceOrWithABadName() {
        String password = done(users.add(MIKE));
        assertThat(users.add(MIKE)).isInstanceOf(Answer.Refused.class);
        assertThat(users.add(new Name("m\u0456ke"))).isInstanceOf(Answer.Refused.class);
        assertThat(users.add(new Name("two words"))).isInstanceOf(Answer.Refused.class);
        assertThat(login(password)).isEqualTo(new Verdict.Right());
    }

    @Test
    void aDisabledUserIsEndedAndStaysOutUntilEnabled() {
        String password = done(users.add(MIKE));
        login(password);
        assertThat(done(users.disable(MIKE))).isEqualTo(State.DISABLED);
        assertThat(dismissed).containsExactly(MIKE);
        assertThat(accounts.isActive(MIKE)).isFalse();
        assertThat(login(password)).isEqualTo(new Verdict.Wrong());
        assertThat(done(users.enable(MIKE))).isEqualTo(State.ACTIVE);
        assertThat(login(password)).isEqualTo(new Verdict.Right());
    }

    @Test
    void aResetLeavesADisabledUserOut() {
        users.add(MIKE);
        users.disable(MIKE);
        String password = done(users.reset(MIKE));
        assertThat(login(password)).isEqualTo(new Verdict.Wrong());
        users.enable(MIKE);
        assertThat(login(password)).isEqualTo(new Verdict.Right());
    }

    @Test
    void aRemovedNameIsKeptForNobody() {
        String password = done(users.add(MIKE));
        assertThat(done(users.remove(MIKE))).isEqualTo(State.REMOVED);
        assertThat(accounts.exists(MIKE)).isTrue();
        assertThat(accounts.make(MIKE, "mine".getBytes(UTF_8), SOURCE)).contains(false);
        assertThat(users.add(MIKE)).isInstanceOf(Answer.Refused.class);
        assertThat(done(users.enable(MIKE))).isEqualTo(State.REMOVED);
        assertThat(login(password)).isEqualTo(new Verdict.Wrong());
        assertThat(login(done(users.reset(MIKE)))).isEqualTo(new Verdict.Right());
    }

    @Test
    void aDamagedAccountIsListedAndMendedByAReset() {
        credentials.add(MIKE, "!$argon2id$v=19$oops");
        assertThat(users.list()).containsExactly(new User(MIKE, State.DAMAGED));
        assertThat(login(done(users.reset(MIKE)))).isEqualTo(new Verdict.Right());
    }

    @Test
    void nothingIsDoneToAUserWhoIsNotThere() {
        assertThat(users.reset(MIKE)).isInstanceOf(Answer.Refused.class);
        assertThat(users.disable(MIKE)).isInstanceOf(Answer.Refused.class);
        assertThat(users.remove(MIKE)).isInstanceOf(Answer.Refused.class);
        assertThat(credentials.names()).isEmpty();
    }

    private Verdict login(String password) {
        return accounts.verify(MIKE, password.getBytes(UTF_8), SOURCE);
    }

    private static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(T value) -> value;
            case Answer.Refused<T>(var refusal) -> throw new AssertionError(refusal.text());
        };
    }
}
