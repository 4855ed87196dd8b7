package forum.tests.image;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Drive the client's image over a line that can be held, cut and tampered with: one for each test. */
abstract class ProxiedTest extends TerminalTest {

    private Proxy proxy;

    @BeforeEach
    void dial() {
        proxy = new Proxy(server().port());
    }

    @AfterEach
    void hangUp() throws IOException {
        proxy.close();
    }

    Proxy proxy() {
        return proxy;
    }
}
