package forum.door.json;

import java.util.Optional;

/** Learn a thread's owner from what {@code THREAD} answers, and say nothing: whoever wants to know the owner does. */
final class Owner extends Strings {

    /** Key and value of the title come first, then those of the owner. */
    private static final int PLACE = 4;

    private Optional<String> refusal = Optional.empty();
    private int strings;
    private String name = "";

    String name() {
        return name;
    }

    /** Give the reason why there is none. */
    Optional<String> refusal() {
        return refusal;
    }

    @Override
    public void line(String text, boolean refused) {
        refusal = Optional.of(text);
    }

    @Override
    void string(String content) {
        if (++strings == PLACE) {
            name = content;
        }
    }
}
