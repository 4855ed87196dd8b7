package forum.door.json;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Say a file: its size, a word, its bytes, a sentence, and a pause wherever that client reads anew. */
final class FileAnswer implements Answer {

    private final Voice voice;
    private final String file;

    FileAnswer(Voice voice, String file) {
        this.voice = voice;
        this.file = file;
    }

    @Override
    public void line(String text, boolean refused) throws IOException {
        voice.say(text);
    }

    @Override
    public void bulk(long size) throws IOException {
        voice.say("{\"filesize\":" + size + "}");
        voice.pause();
        voice.say("starting");
        voice.pause();
    }

    @Override
    public void bytes(ByteBuffer part) throws IOException {
        voice.bytes(part);
    }

    @Override
    public void endOfBulk() throws IOException {
        voice.pause();
        voice.say(file + " successfully downloaded");
    }
}
