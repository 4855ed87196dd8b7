package forum.door.json;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Translate the client's messages, one after the other, into native requests.
 *
 * <p>A field that is missing, or is neither a string nor a number, is left out of the request, so that the server says
 * what it says when an argument is missing. Belongs to the connection's thread.
 */
final class Translator {

    /** The fields of each message that is one request, in the order of its arguments. */
    private static final Map<String, List<String>> ARGUMENTS = Map.ofEntries(
            Map.entry("login-N", List.of("username")),
            Map.entry("login-P", List.of("password")),
            Map.entry("login-NP", List.of("password")),
            Map.entry("CRT", List.of("name")),
            Map.entry("MSG", List.of("thread", "message")),
            Map.entry("DLT", List.of("thread", "message_number")),
            Map.entry("EDT", List.of("thread", "message_number", "message")),
            Map.entry("LST", List.of()),
            Map.entry("RDT", List.of("thread")),
            Map.entry("UPD", List.of("thread", "filename")),
            Map.entry("DWN", List.of("thread", "filename")),
            Map.entry("RMV", List.of("thread")),
            Map.entry("XIT", List.of()),
            Map.entry("SHT", List.of("AdmPassword")));

    private static final String NO_COMMAND = "?";

    private final Voice voice;
    private final long largestFile;
    private Optional<String> uploadThread = Optional.empty();
    private Optional<FileUpload> upload = Optional.empty();

    Translator(Voice voice, long largestFile) {
        this.voice = voice;
        this.largestFile = largestFile;
    }

    /** Translate a message; what it asks is to be answered before the next one is translated. */
    Exchange translate(Message message) throws IOException {
        String type = message.type();
        if (type.equals("login-S")) {
            return Exchange.none();
        }
        if (!ARGUMENTS.containsKey(type)) {
            return ask(NO_COMMAND, List.of(), Answers.text(voice));
        }
        List<String> arguments = message.values(ARGUMENTS.get(type));
        return switch (type) {
            case "login-N" ->
                ask(
                        "LOGIN-N",
                        arguments,
                        Answers.text(voice, text -> text.equals("NU") ? "NU" + arguments.getFirst() : text));
            case "LST" -> ask(type, arguments, Listing.ofTitles(voice));
            case "RDT" -> read(arguments);
            case "UPD" -> upload(message);
            case "DWN" ->
                ask(
                        type,
                        arguments,
                        new FileAnswer(voice, message.field("filename").orElse("")));
            default -> ask(type.toUpperCase(Locale.ROOT), arguments, Answers.text(voice));
        };
    }

    /** Give the file whose bytes the client sends now, once. */
    Optional<FileUpload> takeUpload() {
        Optional<FileUpload> taken = upload;
        upload = Optional.empty();
        return taken;
    }

    private Exchange read(List<String> arguments) throws IOException {
        Owner owner = new Owner();
        return ask("THREAD", arguments, owner).then(ask("RDT", arguments, Listing.ofLines(voice, owner)));
    }

    /** The client asks for the thread, then for the file in it, and then sends the file's bytes. */
    private Exchange upload(Message message) {
        Optional<String> file = message.field("filename");
        if (file.isEmpty()) {
            uploadThread = message.field("thread");
            return ask("THREAD", message.values(List.of("thread")), Answers.agreement(voice, () -> Answers.GO_ON));
        }
        List<String> arguments = Stream.of(message.field("thread").or(() -> uploadThread), file)
                .flatMap(Optional::stream)
                .toList();
        Optional<Long> size = message.field("filesize").flatMap(Translator::size);
        if (size.isEmpty()) {
            return ask("UPD", List.of(), Answers.text(voice));
        }
        return ask("UPD", arguments, Answers.agreement(voice, () -> mayCome(new FileUpload(arguments, size.get()))));
    }

    /** Let a file come, unless it is too large: that native clients are told behind the size, which here is an answer late. */
    private String mayCome(FileUpload file) {
        if (file.size() > largestFile) {
            return "A file has at most " + largestFile + " bytes";
        }
        upload = Optional.of(file);
        return Answers.GO_ON;
    }

    private static Optional<Long> size(String number) {
        return number.matches("\\d{1,18}") ? Optional.of(Long.parseLong(number)) : Optional.empty();
    }

    private static Exchange ask(String word, List<String> arguments, Answer answer) {
        return Exchange.of(word, arguments, answer);
    }
}
