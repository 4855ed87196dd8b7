package forum.tests.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import forum.testkit.ForumFixture;
import forum.testkit.RespClient;
import forum.tests.Storages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is larger than every buffer between server and client arrives whole. */
class LargeFileTest {

    private static final int MORE_THAN_SOCKETS_HOLD = 24 * 1024 * 1024;

    @ParameterizedTest
    @ValueSource(strings = {"memory", "fs"})
    void isUploadedAndDownloadedWhole(String storage) {
        String bytes = "0123456789abcdef".repeat(MORE_THAN_SOCKETS_HOLD / 16);
        try (ForumFixture forum = ForumFixture.start(Storages.named(storage))) {
            RespClient mike = forum.login("mike");
            mike.ask("CRT", "a");
            assertThat(mike.ask("UPD", "a", "large.txt", bytes)).isEqualTo("+mike uploaded file large.txt to a thread");

            boolean whole = mike.ask("DWN", "a", "large.txt").equals('"' + bytes + '"');

            assertThat(whole).isTrue();
            assertThat(mike.ask("PING")).isEqualTo("+PONG");
        }
    }
}
