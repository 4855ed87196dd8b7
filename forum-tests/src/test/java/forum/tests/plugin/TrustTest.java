package forum.tests.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import forum.api.Forum;
import forum.api.MessageRef;
import forum.api.Name;
import forum.api.Refusal;
import forum.api.command.CommandContext;
import forum.api.command.CommandHandler;
import forum.api.command.CommandSpec;
import forum.api.command.Outcome;
import forum.api.command.Parameter;
import forum.api.command.Reply;
import forum.api.command.Request;
import forum.testkit.ForumFixture;
import forum.testkit.RespClient;
import forum.testkit.storage.MemoryStorageProvider;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules of ownership hold for a plugin unless the operator trusts it and it asks for that. */
class TrustTest {

    private static final Parameter<Name> THREAD = Parameter.thread("thread");
    private static final Parameter<MessageRef> MESSAGE = Parameter.message("message");

    /** Deletes anybody's message. */
    private static final class Moderate implements CommandHandler {
        @Override
        public CommandSpec spec() {
            return CommandSpec.of("MODERATE", "Delete anybody's message", new Reply.Line(), THREAD, MESSAGE);
        }

        @Override
        public Outcome handle(Request request, CommandContext context) {
            if (context.unrestricted().isEmpty()) {
                return new Outcome.Refused(new Refusal("UNTRUSTED", "The operator does not trust this plugin"));
            }
            Forum forum = context.unrestricted().get();
            return Outcome.of(
                    forum.delete(request.value(THREAD), request.value(MESSAGE)), _ -> new Outcome.Line("Gone"));
        }
    }

    /** Deletes as any command does. */
    private static final class Usurp implements CommandHandler {
        @Override
        public CommandSpec spec() {
            return CommandSpec.of("USURP", "Delete a message", new Reply.Line(), THREAD, MESSAGE);
        }

        @Override
        public Outcome handle(Request request, CommandContext context) {
            return Outcome.of(
                    context.forum().delete(request.value(THREAD), request.value(MESSAGE)),
                    _ -> new Outcome.Line("Gone"));
        }
    }

    @Test
    void aPluginThatIsNotTrustedIsBoundToItsCaller() {
        try (ForumFixture forum = start(Set.of())) {
            RespClient mike = withMessageOfYoda(forum);
            assertThat(mike.ask("MODERATE", "a", "1")).startsWith("-UNTRUSTED");
            assertThat(mike.ask("USURP", "a", "1")).startsWith("-NOTOWNER");
            assertThat(mike.ask("RDT", "a")).isEqualTo("[\"1 yoda: hi\"]");
        }
    }

    @Test
    void aPluginThatIsTrustedChangesWhatOthersOwnOnlyWhereItAsks() {
        try (ForumFixture forum = start(Set.of("forum.tests.plugin"))) {
            RespClient mike = withMessageOfYoda(forum);
            assertThat(mike.ask("USURP", "a", "1")).startsWith("-NOTOWNER");
            assertThat(mike.ask("MODERATE", "a", "1")).isEqualTo("+Gone");
            assertThat(mike.ask("DLT", "a", "1")).startsWith("-BADNUMBER");
            forum.restart();
            assertThat(forum.login("mike").ask("RDT", "a")).isEqualTo("[]");
        }
    }

    private static RespClient withMessageOfYoda(ForumFixture forum) {
        RespClient yoda = forum.login("yoda");
        yoda.ask("CRT", "a");
        yoda.ask("MSG", "a", "hi");
        return forum.login("mike");
    }

    private static ForumFixture start(Set<String> trusted) {
        return ForumFixture.start(
                new MemoryStorageProvider(),
                config -> config.withPlugins(
                        plugins -> plugins.of(new Moderate(), new Usurp()).trusting(trusted)));
    }
}
