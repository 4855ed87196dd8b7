package forum.tests.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Name forums in the configuration. */
class ConfigTest extends TerminalTest {

    @Test
    void aNamedForumIsFoundByPeopleAndByScripts() throws Exception {
        Path config = Files.createDirectories(folder().resolve(".config/forum")).resolve("config");
        Files.writeString(folder().resolve("secret"), "mike\n");
        Files.writeString(
                config,
                "# where I talk\n[work]\naddress = 127.0.0.1 %d\nuser = mike\npassword-file = ~/secret\n"
                        .formatted(server().port()));
        Window window = visit().client(Map.of(), "@work");
        window.await("Enter new password for mike:");
        window.enter("mike").awaitEnd("mike>");
        window.enter("CRT named").await("Thread named created");
        window.awaitEnd("mike>");
        window.press("C-d").await("(status 0)\n(sane)");
        String home = "HOME=" + folder();
        Ran ran = Ran.in(folder(), "", List.of("env", home, Images.client().toString(), "@work", "-c", "LST"));
        assertThat(ran.err()).isEqualTo("The list of active threads:\n");
        assertThat(ran.out()).isEqualTo("named\n");
        Files.writeString(config, "\n[work]\nhost = example.org\n");
        Ran wrong = Ran.in(folder(), "", List.of("env", home, Images.client().toString(), "@work"));
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err())
                .isEqualTo("forum: " + config
                        + ", line 3: there is no key 'host': the keys of a forum are address, user, password-file"
                        + " (forum --help tells more)\n");
    }
}
