package forum.server.command;

import forum.api.Refusal;
import forum.api.Upload;
import org.jspecify.annotations.Nullable;

/** Run a call of a handler: where, and for how long, depends on where the handler came from. Thread-safe. */
public interface CallRunner {

    /**
     * What is to be run.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    interface Work<T> {

        /** Run it. */
        T run() throws Upload.Cut;
    }

    /**
     * Run a call and wait for it.
     *
     * @param context what the handler was given; revoked when the call is given up
     * @throws CallFailed if the handler fails, or is given up
     */
    <T> T run(Registered command, Context context, Work<T> work) throws Upload.Cut, CallFailed;

    /** Tell that a call came to nothing, good as its request was; the message is for the operator. */
    final class CallFailed extends Exception {

        private static final long serialVersionUID = 1;

        private final transient Refusal refusal;
        private final boolean stillRunning;

        private CallFailed(String message, @Nullable Throwable cause, Refusal refusal, boolean stillRunning) {
            super(message, cause);
            this.refusal = refusal;
            this.stillRunning = stillRunning;
        }

        /** The handler threw something. */
        public static CallFailed thrown(Throwable cause) {
            return new CallFailed("the handler threw " + cause, cause, Faults.internal(), false);
        }

        /** The handler was not called. */
        public static CallFailed notCalled(String why) {
            return new CallFailed(why, null, Faults.internal(), false);
        }

        /** The handler was not called, because others run; the user may try again. */
        public static CallFailed tooMany(Refusal refusal) {
            return new CallFailed(refusal.operator(), null, refusal, false);
        }

        /** The handler took too long and may still be running. */
        public static CallFailed givenUp(String why) {
            return new CallFailed(why, null, Faults.internal(), true);
        }

        /** Give what the user is told. */
        public Refusal refusal() {
            return refusal;
        }

        /** Tell whether the handler may still be running. */
        public boolean stillRunning() {
            return stillRunning;
        }
    }
}
