package forum.door.json;

import java.io.IOException;
import java.util.function.UnaryOperator;

/** The answers that are one text. */
final class Answers {

    private Answers() {}

    /** Say the reply's text. */
    static Answer text(Voice voice) {
        return (text, _) -> voice.say(text);
    }

    /** Say what is made of the reply's text, or the refusal. */
    static Answer text(Voice voice, UnaryOperator<String> made) {
        return (text, refused) -> voice.say(refused ? text : made.apply(text));
    }

    /** Say that it is so, or the refusal. */
    static Answer agreement(Voice voice, Runnable agreed) {
        return new Answer() {
            @Override
            public void line(String text, boolean refused) throws IOException {
                if (refused) {
                    voice.say(text);
                } else {
                    agree();
                }
            }

            @Override
            public void endOfArray() throws IOException {
                agree();
            }

            private void agree() throws IOException {
                agreed.run();
                voice.say("{OK");
            }
        };
    }
}
