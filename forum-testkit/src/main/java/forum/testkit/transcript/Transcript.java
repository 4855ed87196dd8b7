package forum.testkit.transcript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Hold a transcript as it was read.
 *
 * @param name the file's name below the folder of transcripts
 * @param options how to start the server
 * @param steps what happens then
 */
record Transcript(String name, List<String> options, List<Step> steps) {

    Transcript {
        options = List.copyOf(options);
        steps = List.copyOf(steps);
    }

    static Transcript read(Path folder, Path file) {
        String name = folder.relativize(file).toString();
        try {
            return new TranscriptParser(name).parse(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
