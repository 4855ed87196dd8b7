package forum.client.person;

import forum.client.known.Numbers;

/** Keep what stays true of a user while connections come and go. Thread-safe. */
public final class Memory {

    private final Numbers numbers = new Numbers();
    private volatile boolean muted;

    /** Tell which message the user last saw under which number. */
    public Numbers numbers() {
        return numbers;
    }

    /** Show no news, or show it again; what was missed is not made up for. */
    void mute(boolean mute) {
        muted = mute;
    }

    boolean isMuted() {
        return muted;
    }
}
