package forum.server.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.Block;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.junit.jupiter.api.Test;

class HashMemoryTest {

    @Test
    void oneRunLeavesItsMemoryToTheNext() {
        BlockPool pool = HashMemory.pool();
        Argon2 hashing = new Argon2(64, 1, 1);
        List<Block> marked = new ArrayList<>();
        for (int i = 0; i < 72; i++) {
            marked.add(pool.allocate());
        }
        marked.forEach(pool::deallocate);
        for (int i = 0; i < 20; i++) {
            PasswordHash hash = hashing.hash("secret".getBytes(UTF_8));
            assertThat(hashing.matches(hash, "secret".getBytes(UTF_8))).isTrue();
            assertThat(hashing.matches(hash, "Secret".getBytes(UTF_8))).isFalse();
        }
        List<Block> after = new ArrayList<>();
        for (int i = 0; i < 72; i++) {
            after.add(pool.allocate());
        }
        assertThat(after).containsExactlyInAnyOrderElementsOf(marked);
        after.forEach(pool::deallocate);
    }
}
