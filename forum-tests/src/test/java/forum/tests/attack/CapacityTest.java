package forum.tests.attack;

import static org.assertj.core.api.Assertions.assertThat;

import forum.api.Answer;
import forum.api.Message;
import forum.api.Name;
import forum.api.Text;
import forum.api.command.CommandContext;
import forum.api.command.CommandHandler;
import forum.api.command.CommandSpec;
import forum.api.command.Outcome;
import forum.api.command.Parameter;
import forum.api.command.Reply;
import forum.api.command.Request;
import forum.api.storage.Capacity;
import forum.testkit.ForumFixture;
import forum.testkit.RespClient;
import forum.tests.Storages;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;

/** Who has logged in may fill the forum up to its limits, and is told so; nothing of what is too much is kept. */
class CapacityTest {

    private static final Capacity SMALL = Capacity.UNLIMITED
            .withNameLength(10)
            .with(new Capacity.Threads(3, 2, 3))
            .with(new Capacity.Messages(20, 100))
            .with(new Capacity.Files(8, 2, 12));

    private static ForumFixture forum() {
        return ForumFixture.start(
                Storages.named("fs"),
                config -> config.withCapacity(_ -> SMALL).withPlugins(plugins -> plugins.of(new Flood())));
    }

    /** A plugin that posts as much as it can. */
    private static final class Flood implements CommandHandler {

        private static final Parameter<Name> THREAD = Parameter.thread("thread");
        private static final CommandSpec SPEC = CommandSpec.of("FLOOD", "Post without end", new Reply.Line(), THREAD);

        @Override
        public CommandSpec spec() {
            return SPEC;
        }

        @Override
        public Outcome handle(Request request, CommandContext context) {
            Name thread = request.value(THREAD);
            Answer<Message> posted;
            do {
                posted = context.forum().post(thread, Text.of("flood"));
            } while (posted instanceof Answer.Done);
            return Outcome.of(posted, _ -> new Outcome.Line("There was no end"));
        }
    }

    @Test
    void threadsAreCountedInAllAndForEachUser() {
        try (ForumFixture forum = forum()) {
            RespClient mike = forum.login("mike");
            assertThat(mike.ask("CRT", "a")).isEqualTo("+Thread a created");
            assertThat(mike.ask("CRT", "b")).isEqualTo("+Thread b created");
            assertThat(mike.ask("CRT", "c")).isEqualTo("-FULL A user has at most 2 threads; nothing was stored");
            RespClient yoda = forum.login("yoda");
            assertThat(yoda.ask("CRT", "c")).isEqualTo("+Thread c created");
            assertThat(yoda.ask("CRT", "d")).isEqualTo("-FULL The forum has at most 3 threads; nothing was stored");
            assertThat(mike.ask("LST")).isEqualTo("[\"a\", \"b\", \"c\"]");
        }
    }

    @Test
    void aPluginCanPutNoMoreIntoAThreadThanAUserCan() {
        try (ForumFixture forum = forum()) {
            RespClient mike = forum.login("mike");
            mike.ask("CRT", "a");
            String full = "-FULL A thread has at most 3 messages and files; nothing was stored";
            assertThat(mike.ask("FLOOD", "a")).isEqualTo(full);
            assertThat(mike.ask("MSG", "a", "hi")).isEqualTo(full);
            assertThat(mike.ask("UPD", "a", "f")).isEqualTo(full);
            assertThat(mike.ask("RDT", "a")).isEqualTo("[\"1 mike: flood\", \"2 mike: flood\", \"3 mike: flood\"]");
        }
    }

    @Test
    void namesAndTextsAreSoLong() {
        try (ForumFixture forum = forum()) {
            assertThat(forum.connect().ask("LOGIN-N", "elevenchars"))
                    .isEqualTo("-BADNAME A user name has at most 10 characters");
            RespClient mike = forum.login("mike");
            assertThat(mike.ask("CRT", "elevenchars")).isEqualTo("-BADNAME A thread title has at most 10 characters");
            mike.ask("CRT", "a");
            assertThat(mike.ask("MSG", "a", "x".repeat(21))).isEqualTo("-TOOBIG A text has at most 20 bytes");
            assertThat(mike.ask("MSG", "a", "x".repeat(20))).isEqualTo("+Message posted to a thread");
            assertThat(mike.ask("EDT", "a", "1", "x".repeat(21))).isEqualTo("-TOOBIG A text has at most 20 bytes");
        }
    }

    @Test
    void aUsersMessagesAreCountedWhoeverOwnsTheThread() {
        try (ForumFixture forum = forum()) {
            RespClient mike = forum.login("mike");
            RespClient yoda = forum.login("yoda");
            mike.ask("CRT", "a");
            yoda.ask("CRT", "b");
            String text = "x".repeat(20);
            assertThat(yoda.ask("MSG", "a", text)).isEqualTo("+Message posted to a thread");
            assertThat(yoda.ask("MSG", "b", text)).isEqualTo("+Message posted to b thread");
            String full = "-FULL A user's messages have at most 100 bytes; nothing was stored";
            assertThat(yoda.ask("MSG", "a", "x".repeat(13))).isEqualTo(full);
            assertThat(yoda.ask("MSG", "a", "x".repeat(12))).isEqualTo("+Message posted to a thread");
            assertThat(yoda.ask("EDT", "a", "2", "x".repeat(13))).isEqualTo(full);
            assertThat(mike.ask("MSG", "a", text)).isEqualTo("+Message posted to a thread");
            assertThat(yoda.ask("DLT", "a", "2")).isEqualTo("+Message has been deleted");
            assertThat(yoda.ask("MSG", "b", "x".repeat(12))).isEqualTo("+Message posted to b thread");
        }
    }

    @Test
    void filesAreRefusedBeforeTheyCostAnythingAndTheSessionGoesOn() {
        try (ForumFixture forum = forum()) {
            RespClient mike = forum.login("mike");
            mike.ask("CRT", "a");
            assertThat(mike.ask("UPD", "a", "f", "123456789")).isEqualTo("-TOOBIG A file has at most 8 bytes");
            assertThat(mike.ask("UPD", "a", "f", "12345678")).isEqualTo("+mike uploaded file f to a thread");
            assertThat(mike.ask("UPD", "a", "g", "12345"))
                    .isEqualTo("-FULL A user's files have at most 12 bytes; nothing was stored");
            assertThat(mike.ask("UPD", "a", "g", "1234")).isEqualTo("+mike uploaded file g to a thread");
            assertThat(mike.ask("CRT", "b")).isEqualTo("+Thread b created");
            assertThat(mike.ask("UPD", "b", "h", "")).isEqualTo("-FULL A user has at most 2 files; nothing was stored");
            assertThat(mike.ask("RMV", "a")).isEqualTo("+The thread has been removed");
            assertThat(mike.ask("UPD", "b", "h", "12345678")).isEqualTo("+mike uploaded file h to b thread");
        }
    }

    @Test
    void ofTwoUploadsAtOnceThatDoNotFitTogetherOneIsTaken() {
        try (ForumFixture forum = forum()) {
            RespClient mike = forum.login("mike");
            mike.ask("CRT", "a");
            RespClient slow = forum.connect();
            assertThat(slow.ask("AUTH", "mike", "mike")).isEqualTo("+OK");
            slow.sendRaw("*4\r\n$3\r\nUPD\r\n$1\r\na\r\n$1\r\nf\r\n$8\r\n1234".getBytes(StandardCharsets.US_ASCII));
            String fast = mike.ask("UPD", "a", "g", "12345");
            slow.sendRaw("5678\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(List.of(fast, slow.reply()))
                    .containsOnlyOnce("-FULL A user's files have at most 12 bytes; nothing was stored")
                    .areExactly(1, new Condition<>(answer -> answer.startsWith("+mike uploaded"), "taken"));
        }
    }
}
