package forum.server.loop;

/** Know whether all who were served lately took detours. Belongs to the loop's thread. */
final class Traffic {

    /** After so many rounds with nothing but detours nobody else is expected. */
    private static final int ROUNDS = 64;

    private boolean others;
    private int roundsAlone;

    /** Take note that somebody was served who took none. */
    void others() {
        others = true;
    }

    /** End a round; tells whether there was nothing but detours for a while. */
    boolean roundEnds(boolean detours) {
        if (others) {
            roundsAlone = 0;
        } else if (detours && roundsAlone < ROUNDS) {
            roundsAlone++;
        }
        others = false;
        return roundsAlone == ROUNDS;
    }
}
