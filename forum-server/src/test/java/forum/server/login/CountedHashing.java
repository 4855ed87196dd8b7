package forum.server.login;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Hash as cheaply as Argon2id allows, count how often, and begin only when the test lets it. */
final class CountedHashing implements Hashing {

    private final Argon2 cheap;
    private final AtomicInteger runs = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    CountedHashing(int memoryKib) {
        this.cheap = new Argon2(memoryKib, 1, 1);
    }

    /** Tell how many runs there were since the last time. */
    int runs() {
        return runs.getAndSet(0);
    }

    /** Let runs begin only when the latch is down. */
    void waitFor(CountDownLatch latch) {
        gate = latch;
    }

    @Override
    public PasswordHash hash(byte[] password) {
        count();
        return cheap.hash(password);
    }

    @Override
    public boolean matches(PasswordHash hash, byte[] password) {
        count();
        return cheap.matches(hash, password);
    }

    @Override
    public boolean isWeak(PasswordHash hash) {
        return cheap.isWeak(hash);
    }

    @Override
    public PasswordHash nobodys() {
        return cheap.nobodys();
    }

    private void count() {
        runs.incrementAndGet();
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
