package greet;

import static forum.testkit.command.OutcomeAssert.assertThat;

import forum.api.command.CommandHandler;
import forum.testkit.ForumFixture;
import forum.testkit.command.HandlerBench;
import forum.testkit.command.HandlerContract;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds {@code GREET} to the contract of all commands, and to its own. */
class GreetCommandTest implements HandlerContract {

    @Override
    public CommandHandler handler() {
        return new GreetCommand();
    }

    @Override
    public List<String> example() {
        return List.of("yoda");
    }

    @Test
    void itGreets(@TempDir Path folder) throws Exception {
        try (HandlerBench bench = new HandlerBench(handler(), folder)) {
            assertThat(bench.call("mike", "yoda")).isLine("mike greets yoda");
        }
    }

    @Test
    void itGreetsInAForum() {
        try (ForumFixture forum = ForumFixture.with(handler())) {
            forum.login("mike").asks("GREET", "yoda").isAnswered("+mike greets yoda");
        }
    }
}
