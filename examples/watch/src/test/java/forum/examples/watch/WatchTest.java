package forum.examples.watch;

import static forum.testkit.command.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import forum.api.Name;
import forum.api.command.CommandHandler;
import forum.testkit.ForumFixture;
import forum.testkit.RespClient;
import forum.testkit.command.HandlerBench;
import forum.testkit.command.HandlerContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest implements HandlerContract {

    @Override
    public CommandHandler handler() {
        return new Watch();
    }

    @Override
    public List<String> example() {
        return List.of("lunch");
    }

    @Override
    public void prepare(HandlerBench bench) {
        bench.forum().as(CALLER).create(new Name("lunch"));
    }

    @Test
    void aThreadIsWatchedAndWatchedNoLonger(@TempDir Path folder) throws Exception {
        try (HandlerBench bench = new HandlerBench(handler(), folder)) {
            prepare(bench);
            assertThat(bench.call("mike")).hasLines();
            assertThat(bench.call("mike", "lunch")).hasLines("You watch thread lunch");
            assertThat(bench.call("mike")).hasLines("lunch: nothing new");
            assertThat(bench.call("mike", "lunch")).hasLines("You no longer watch thread lunch");
            assertThat(bench.call("mike")).hasLines();
        }
    }

    @Test
    void whoLogsInIsToldWhatCameFromOthersSinceTheLastVisit() throws Exception {
        try (ForumFixture forum = ForumFixture.with(handler())) {
            RespClient yoda = forum.login("yoda");
            yoda.ask("CRT", "lunch");
            visit(forum);
            yoda.asks("MSG", "lunch", "one").isAnswered("+Message posted to lunch thread");
            yoda.ask("MSG", "lunch", "two");
            yoda.ask("UPD", "lunch", "menu.txt", "soup");
            forum.restart();
            RespClient mike = forum.login("mike");
            mike.asks("SUBSCRIBE", "user:mike").isAnswered("[\"subscribe\", \"user:mike\", :1]");
            assertThat(mike.reply()).contains("lunch: 2 new messages and 1 new file by yoda since your last visit");
        }
    }

    @Test
    void anotherVisitBeginsWithNothingNew() throws Exception {
        try (ForumFixture forum = ForumFixture.with(handler())) {
            RespClient yoda = forum.login("yoda");
            yoda.ask("CRT", "lunch");
            visit(forum);
            yoda.ask("MSG", "lunch", "one");
            RespClient mike = forum.login("mike");
            mike.asks("WCH").isAnsweredWith("lunch: 1 new message by yoda");
            leave(mike, forum);
            forum.login("mike").asks("WCH").isSoonAnswered("[\"lunch: nothing new\"]");
        }
    }

    @Test
    void anotherThreadOfTheSameTitleIsNotWatched() {
        try (ForumFixture forum = ForumFixture.with(handler())) {
            RespClient mike = forum.login("mike");
            mike.ask("CRT", "lunch");
            mike.asks("WCH", "lunch").isAnswered("[\"You watch thread lunch\"]");
            mike.ask("RMV", "lunch");
            mike.ask("CRT", "lunch");
            mike.asks("WCH").isAnswered("[]");
        }
    }

    /** Let mike watch a thread and go; a minute passes. */
    private static void visit(ForumFixture forum) throws InterruptedException {
        RespClient mike = forum.login("mike");
        mike.asks("WCH", "lunch").isAnswered("[\"You watch thread lunch\"]");
        leave(mike, forum);
    }

    private static void leave(RespClient mike, ForumFixture forum) throws InterruptedException {
        int from = forum.log().lines().size();
        mike.asks("XIT").isAnswered("+Goodbye");
        forum.log().await(from, "mike exited"::equals, "mike exited");
        forum.clock().pass(Duration.ofMinutes(1));
    }
}
