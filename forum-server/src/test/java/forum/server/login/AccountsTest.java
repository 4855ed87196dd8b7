package forum.server.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import forum.api.Name;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountsTest {

    private static final Name MIKE = new Name("mike");
    private static final Source HOME = new Source("192.0.2.1");

    private final HandClock clock = new HandClock();
    private final MapCredentials credentials = new MapCredentials();
    private final CountedHashing hashing = new CountedHashing(8);
    private final Accounts accounts = new Accounts(credentials, clock, new Throttle(clock), hashing);

    AccountsTest() {
        credentials.add(MIKE, new Argon2(8, 1, 1).hash(bytes("secret")).toString());
    }

    @AfterEach
    void end() {
        accounts.close();
    }

    @Test
    void twoHundredAtOnceWithOneAccountShareOneRun() throws Exception {
        CountDownLatch arrived = new CountDownLatch(200);
        hashing.waitFor(arrived);
        try (ExecutorService bots = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Verdict>> logins = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                logins.add(bots.submit(() -> {
                    arrived.countDown();
                    return verify(MIKE, "secret");
                }));
            }
            for (Future<Verdict> login : logins) {
                assertThat(login.get()).isEqualTo(new Verdict.Right());
            }
        }
        assertThat(hashing.runs()).isEqualTo(1);
    }

    @Test
    void aRightPasswordIsRememberedForTenMinutes() {
        verify(MIKE, "secret");
        clock.pass(Duration.ofSeconds(599));
        verify(MIKE, "secret");
        assertThat(hashing.runs()).isEqualTo(1);
        clock.pass(Duration.ofSeconds(1));
        verify(MIKE, "secret");
        assertThat(hashing.runs()).isEqualTo(1);
    }

    @Test
    void aWrongPasswordIsWrongBesideARememberedOne() {
        verify(MIKE, "secret");
        assertThat(verify(MIKE, "Secret")).isEqualTo(new Verdict.Wrong());
    }

    @Test
    void whateverIsWrongItCostsOneRun() {
        String hash = credentials.find(MIKE).orElseThrow();
        credentials.add(new Name("disabled"), "!" + hash);
        credentials.add(new Name("removed"), "!");
        credentials.add(new Name("damaged"), "$argon2id$v=19$m=");
        for (String user : List.of("mike", "nobody", "disabled", "removed", "damaged", "../x")) {
            assertThat(verify(new Name(user), "wrong")).as(user).isEqualTo(new Verdict.Wrong());
            assertThat(hashing.runs()).as(user).isEqualTo(1);
        }
        assertThat(verify(new Name("disabled"), "secret")).isEqualTo(new Verdict.Wrong());
    }

    @Test
    void guessingIsSlowedForUsersWhoExistAndWhoDoNotInTheSameWay() {
        for (String user : List.of("mike", "nobody")) {
            List<Verdict> verdicts = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                verdicts.add(verify(new Name(user), "guess " + i));
                clock.pass(Duration.ofMillis(500));
            }
            assertThat(verdicts)
                    .as(user)
                    .containsExactly(
                            new Verdict.Wrong(),
                            new Verdict.Wrong(),
                            new Verdict.Wrong(),
                            new Verdict.Wrong(),
                            new Verdict.Wrong(),
                            Verdict.tooMany(Duration.ofMillis(500)),
                            new Verdict.Wrong(),
                            Verdict.tooMany(Duration.ofMillis(1500)));
        }
    }

    @Test
    void whatIsRememberedDoesNotTellAGuesserThatTheGuessIsRight() {
        verify(MIKE, "secret");
        Source elsewhere = new Source("198.51.100.7");
        for (int i = 0; i < 5; i++) {
            accounts.verify(MIKE, bytes("guess " + i), elsewhere);
        }
        assertThat(accounts.verify(MIKE, bytes("secret"), elsewhere)).isInstanceOf(Verdict.Throttled.class);
        assertThat(verify(MIKE, "secret")).isEqualTo(new Verdict.Right());
    }

    @Test
    void whoGuessesElsewhereDoesNotLockTheOwnerOut() {
        verify(MIKE, "secret");
        clock.pass(Duration.ofHours(1));
        for (int address = 0; address < 250; address++) {
            for (int i = 0; i < 5; i++) {
                accounts.verify(MIKE, bytes("guess " + i), new Source("198.51.100." + address));
            }
        }
        assertThat(verify(MIKE, "secret")).isEqualTo(new Verdict.Right());
        Source elsewhere = new Source("203.0.113.1");
        assertThat(accounts.verify(MIKE, bytes("a typo"), elsewhere)).isEqualTo(new Verdict.Wrong());
        assertThat(accounts.verify(MIKE, bytes("secret"), elsewhere)).isInstanceOf(Verdict.Throttled.class);
        assertThat(accounts.verify(MIKE, bytes("secret"), new Source("203.0.113.2")))
                .isEqualTo(new Verdict.Right());
    }

    @Test
    void manyGuessesAtOnceAreNoWayAround() throws Exception {
        List<Callable<Verdict>> guesses = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String guess = "guess " + i;
            guesses.add(() -> verify(MIKE, guess));
        }
        try (ExecutorService guessers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Verdict> verdicts = new ArrayList<>();
            for (Future<Verdict> future : guessers.invokeAll(guesses)) {
                verdicts.add(future.get());
            }
            assertThat(verdicts).filteredOn(new Verdict.Wrong()::equals).hasSize(5);
        }
        assertThat(hashing.runs()).isEqualTo(5);
    }

    @Test
    void loginsOfOnesOwnBetweenGuessesAreNoWayAround() {
        Name own = new Name("mallory");
        credentials.add(own, new Argon2(8, 1, 1).hash(bytes("mine")).toString());
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            verdicts.add(verify(MIKE, "guess " + i));
            verify(own, "mine");
        }
        assertThat(verdicts).filteredOn(new Verdict.Wrong()::equals).hasSize(5);
    }

    @Test
    void aFloodOfStrangersIsRefusedAndLeavesUsersTheirTurn() throws Exception {
        verify(MIKE, "secret");
        clock.pass(Duration.ofMinutes(11));
        CountDownLatch gate = new CountDownLatch(1);
        hashing.waitFor(gate);
        CountDownLatch refused = new CountDownLatch(100);
        try (ExecutorService strangers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < Hashers.LINE + 100; i++) {
                Source source = new Source("stranger " + i);
                strangers.submit(() -> {
                    if (accounts.verify(new Name(source.network()), bytes("x"), source) instanceof Verdict.Throttled) {
                        refused.countDown();
                    }
                });
            }
            refused.await();
            Future<Verdict> mike = strangers.submit(() -> verify(MIKE, "secret"));
            gate.countDown();
            assertThat(mike.get()).isEqualTo(new Verdict.Right());
        }
    }

    @Test
    void aHashThatHasBecomeWeakIsMadeAnewAtTheNextLogin() {
        try (Accounts stricter = new Accounts(credentials, clock, new Throttle(clock), new CountedHashing(16))) {
            assertThat(stricter.verify(MIKE, bytes("wrong"), HOME)).isEqualTo(new Verdict.Wrong());
            assertThat(credentials.find(MIKE).orElseThrow()).startsWith("$argon2id$v=19$m=8,t=1,p=1$");
            assertThat(stricter.verify(MIKE, bytes("secret"), HOME)).isEqualTo(new Verdict.Right());
            assertThat(credentials.find(MIKE).orElseThrow()).startsWith("$argon2id$v=19$m=16,t=1,p=1$");
            assertThat(stricter.verify(MIKE, bytes("secret"), HOME)).isEqualTo(new Verdict.Right());
        }
    }

    @Test
    void aChangedPasswordForgetsTheOldOne() {
        verify(MIKE, "secret");
        assertThat(accounts.change(MIKE, bytes("wrong"), bytes("better"), HOME)).isEqualTo(new Verdict.Wrong());
        assertThat(accounts.change(MIKE, bytes("secret"), bytes("better"), HOME))
                .isEqualTo(new Verdict.Right());
        assertThat(verify(MIKE, "secret")).isEqualTo(new Verdict.Wrong());
        assertThat(verify(MIKE, "better")).isEqualTo(new Verdict.Right());
    }

    @Test
    void ofManyChangesAtOnceOneSucceeds() throws Exception {
        List<Callable<Verdict>> changes = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String better = "better " + i;
            changes.add(() -> accounts.change(MIKE, bytes("secret"), bytes(better), HOME));
        }
        try (ExecutorService users = Executors.newVirtualThreadPerTaskExecutor()) {
            int done = 0;
            for (Future<Verdict> change : users.invokeAll(changes)) {
                done += change.get() instanceof Verdict.Right ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        }
    }

    @Test
    void ofManyWhoTakeOneNameOneSucceeds() throws Exception {
        List<Callable<Optional<Boolean>>> newcomers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String password = "of " + i;
            newcomers.add(() -> accounts.make(new Name("yoda"), bytes(password), HOME));
        }
        try (ExecutorService racers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> winners = new ArrayList<>();
            List<Future<Optional<Boolean>>> results = racers.invokeAll(newcomers);
            for (int i = 0; i < results.size(); i++) {
                if (results.get(i).get().orElseThrow()) {
                    winners.add(i);
                }
            }
            assertThat(winners).hasSize(1);
            assertThat(verify(new Name("yoda"), "of " + winners.getFirst())).isEqualTo(new Verdict.Right());
        }
    }

    @Test
    void aPlainPasswordIsHashedAndADamagedHashIsReported() {
        credentials.add(new Name("plain"), "two words");
        credentials.add(new Name("bang"), "!secret");
        credentials.add(new Name("damaged"), "$argon2id$v=19$m=19456,t=2,p=1$short");
        assertThat(accounts.hashPlainPasswords()).isEqualTo(2);
        assertThat(accounts.unreadable()).containsExactly(new Name("damaged"));
        assertThat(verify(new Name("plain"), "two words")).isEqualTo(new Verdict.Right());
        assertThat(verify(new Name("bang"), "!secret")).isEqualTo(new Verdict.Right());
    }

    private Verdict verify(Name user, String password) {
        return accounts.verify(user, bytes(password), HOME);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
