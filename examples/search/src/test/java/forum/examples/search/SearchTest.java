package forum.examples.search;

import forum.testkit.ForumFixture;
import forum.testkit.RespClient;
import org.junit.jupiter.api.Test;

class SearchTest {

    @Test
    void theLineThatFitsIsMarkedAndTheBestComesFirst() {
        try (ForumFixture forum = ForumFixture.with(new Search())) {
            RespClient mike = forum.login("mike");
            mike.ask("CRT", "lunch");
            mike.ask("MSG", "lunch", "Somewhere in a long message that is about something else there is a noodle, too");
            mike.ask("MSG", "lunch", "What do we eat?\nNoodles, or a noodle soup, noodle by noodle.\nOr pizza.");
            mike.ask("MSG", "lunch", "Pizza");
            mike.ask("HELLO", "3");
            mike.asks("SRC", "noodle")
                    .isSoonAnsweredWith(
                            "\"number\": :2",
                            "Noodles, or a «noodle» soup, «noodle» by «noodle».",
                            "\"number\": :1",
                            "there is a «noodle», too");
            mike.asks("SRC", "noodle", "pizza").isAnsweredWith("\"number\": :2");
            mike.asks("SRC", "nood*", "-soup").isAnsweredWith("\"number\": :1");
            mike.asks("SRC", "\"long message\"").isAnsweredWith("\"number\": :1", "«long message»");
            mike.asks("SRC", "nothing").isAnswered("[]");
        }
    }

    @Test
    void editsDeletionsAndRemovalsAreFollowed() {
        try (ForumFixture forum = ForumFixture.with(new Search())) {
            RespClient mike = forum.login("mike");
            mike.ask("CRT", "lunch");
            mike.ask("MSG", "lunch", "pizza");
            mike.ask("MSG", "lunch", "noodles");
            mike.asks("SRC", "noodles").isSoonAnsweredWith("lunch  2  mike");
            mike.ask("DLT", "lunch", "1");
            mike.asks("SRC", "noodles").isAnsweredWith("lunch  1  mike");
            mike.ask("EDT", "lunch", "1", "soup");
            mike.asks("SRC", "soup").isSoonAnsweredWith("lunch  1  mike");
            mike.asks("SRC", "noodles").isAnswered("[]");
            mike.ask("RMV", "lunch");
            mike.asks("SRC", "soup").isAnswered("[]");
            mike.ask("CRT", "lunch");
            mike.asks("SRC", "soup").isAnswered("[]");
        }
    }

    @Test
    void whatCameBeforeTheStartIsFound() {
        try (ForumFixture forum = ForumFixture.with(new Search())) {
            RespClient mike = forum.login("mike");
            mike.ask("CRT", "lunch");
            mike.ask("MSG", "lunch", "pizza");
            mike.asks("SRC", "pizza").isSoonAnsweredWith("lunch  1  mike");
            forum.restart();
            RespClient yoda = forum.login("yoda");
            yoda.asks("SRC", "pizza").isSoonAnsweredWith("lunch  1  mike");
            yoda.ask("MSG", "lunch", "more pizza");
            yoda.asks("SRC", "pizza").isSoonAnsweredWith("lunch  2  yoda");
        }
    }

    @Test
    void whateverIsTypedIsAQuery() {
        try (ForumFixture forum = ForumFixture.with(new Search())) {
            RespClient mike = forum.login("mike");
            mike.ask("CRT", "lunch");
            mike.ask("MSG", "lunch", "pizza");
            mike.asks("SRC", "pizza").isSoonAnsweredWith("lunch");
            for (String words :
                    new String[] {"\"", "(", "*", "-", "+ | )", "pizza~9999", "x".repeat(60_000), "😀", " "}) {
                mike.asks("SRC", words).isAnsweredWith("[");
            }
            mike.asks("SRC").isRefused("SYNTAX");
        }
    }
}
