package forum.door.json;

/** Learn a thread's owner from what {@code THREAD} answers, and say nothing: what is asked next has the same refusals. */
final class Owner extends Strings {

    /** Key and value of the title come first, then those of the owner. */
    private static final int PLACE = 4;

    private int strings;
    private String name = "";

    String name() {
        return name;
    }

    @Override
    public void line(String text, boolean refused) {
        // the next reply says it, too
    }

    @Override
    void string(String content) {
        if (++strings == PLACE) {
            name = content;
        }
    }
}
