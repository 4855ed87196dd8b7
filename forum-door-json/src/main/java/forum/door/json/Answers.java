package forum.door.json;

import java.io.IOException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The answers that are one text. */
final class Answers {

    /** What lets the client go on with an upload. */
    static final String GO_ON = "{OK";

    private Answers() {}

    /** Say the reply's text. */
    static Answer text(Voice voice) {
        return (text, _) -> voice.say(text);
    }

    /** Say what is made of the reply's text, or the refusal. */
    static Answer text(Voice voice, UnaryOperator<String> made) {
        return (text, refused) -> voice.say(refused ? text : made.apply(text));
    }

    /** Say what is agreed to, or the refusal. */
    static Answer agreement(Voice voice, Supplier<String> agreed) {
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
                voice.say(agreed.get());
            }
        };
    }
}
