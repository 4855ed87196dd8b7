package forum.examples.who;

import forum.api.command.CommandHandler;
import forum.testkit.ForumFixture;
import forum.testkit.RespClient;
import forum.testkit.command.HandlerContract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhoTest implements HandlerContract {

    @Override
    public CommandHandler handler() {
        return new Who();
    }

    @Override
    public List<String> example() {
        return List.of();
    }

    @Test
    void whoIsOnlineIsListedInOrderOfLoginWithTheTimeSinceTheirLastRequest() {
        try (ForumFixture forum = ForumFixture.with(handler())) {
            RespClient mike = forum.login("mike");
            forum.clock().pass(Duration.ofMinutes(5));
            RespClient yoda = forum.login("yoda");
            forum.clock().pass(Duration.ofSeconds(7));
            yoda.asks("WHO").isAnswered("[\"mike  2026-01-01T12:00:00Z  307 s\", \"yoda  2026-01-01T12:05:00Z  0 s\"]");
            mike.asks("XIT").isAnswered("+Goodbye");
            yoda.asks("WHO").isSoonAnswered("[\"yoda  2026-01-01T12:05:00Z  0 s\"]");
        }
    }

    @Test
    void aProgramReadsWhoIsOnlineWithTypes() {
        try (ForumFixture forum = ForumFixture.with(handler())) {
            RespClient mike = forum.login("mike");
            mike.ask("HELLO", "3");
            mike.asks("WHO").isAnswered("[{\"user\": \"mike\", \"since\": :1767268800000, \"idle\": :0}]");
        }
    }
}
