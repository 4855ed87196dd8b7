package forum.client.terminal;

import forum.api.Printable;
import forum.api.command.Parameter.Kind;
import forum.api.command.Reply;
import forum.client.catalogue.Catalogue;
import forum.client.file.Folder;
import forum.client.known.Facts;
import forum.client.known.Known;
import forum.client.known.Numbers;
import forum.client.line.LineParser;
import forum.client.line.Position;
import forum.client.person.OwnWords;
import forum.client.reply.Units;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Offer what may stand where the cursor is, from what is known; never wait for the server. */
final class ForumCompleter implements Completer {

    private static final int LONGEST_EXCERPT = 60;

    private final Catalogue catalogue;
    private final LineParser parser;
    private final Known known;
    private final Numbers numbers;
    private final Units units;
    private final PathCompletion paths;

    ForumCompleter(
            Catalogue catalogue, LineParser parser, Known known, Numbers numbers, Units units, PathCompletion paths) {
        this.catalogue = catalogue;
        this.parser = parser;
        this.known = known;
        this.numbers = numbers;
        this.units = units;
        this.paths = paths;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        Position position = Position.of(parser.scan(line.line().substring(0, line.cursor())));
        List<Candidate> offers =
                offers(position).filter(ForumCompleter::isHarmless).toList();
        for (int i = 0; i < offers.size(); i++) {
            candidates.add(ranked(offers.get(i), i));
        }
    }

    /** See that what may be wanted here is known when somebody presses Tab. */
    void prepare(Position position) {
        position.parameter()
                .ifPresent(p ->
                        known.prepare(p.kind(), position.before(Kind.THREAD).orElse("")));
    }

    private Stream<Candidate> offers(Position position) {
        boolean explained = position.scan().command().filter(OwnWords::explains).isPresent();
        if (position.inCommand() || explained && position.parameter().isPresent()) {
            return commands(position.word());
        }
        String thread = position.before(Kind.THREAD).orElse("");
        return position.parameter().stream().flatMap(parameter -> switch (parameter.kind()) {
            case THREAD -> known.threads().stream().map(this::thread);
            case MESSAGE ->
                thread.isEmpty() ? Stream.of() : known.messages(thread).stream().map(m -> message(thread, m));
            case ATTACHED_FILE -> thread.isEmpty() ? Stream.of() : files(position, thread);
            case LOCAL_FILE -> paths.offers(position.word());
            case USER ->
                known.threads().stream().map(Facts.Thread::owner).distinct().map(Candidate::new);
            case NEW_THREAD, POSITION, TEXT, NEW_TEXT, NUMBER, SECRET, NEW_SECRET, WORD -> Stream.of();
        });
    }

    private Stream<Candidate> commands(String typed) {
        boolean lower = !typed.isEmpty() && typed.equals(typed.toLowerCase(Locale.ROOT));
        return catalogue.commands().stream()
                .map(c -> candidate(lower ? c.name().toLowerCase(Locale.ROOT) : c.name(), c.summary()));
    }

    private Candidate thread(Facts.Thread thread) {
        return candidate(thread.title(), Units.count(thread.messages(), "message") + ", " + units.ago(thread.active()));
    }

    /** What is offered under a number is what the number means from now on. */
    private Candidate message(String thread, Facts.Message message) {
        numbers.saw(thread, message.number(), message.id());
        String text = message.text().strip().replaceAll("\\s+", " ");
        String excerpt = text.length() > LONGEST_EXCERPT ? text.substring(0, LONGEST_EXCERPT) + "…" : text;
        return candidate(Long.toString(message.number()), message.author() + ": " + excerpt);
    }

    /** What would be refused here is not offered. */
    private Stream<Candidate> files(Position position, String thread) {
        boolean writes = position.scan()
                .command()
                .filter(command -> command.reply() instanceof Reply.File)
                .isPresent();
        return known.files(thread).stream()
                .filter(file -> !writes || Folder.isWritten(file.name()))
                .map(this::file);
    }

    private Candidate file(Facts.File file) {
        return candidate(file.name(), file.author() + ", " + Units.bytes(file.size()));
    }

    private static Candidate candidate(String value, String description) {
        return new Candidate(value, value, null, Printable.line(description), null, null, true);
    }

    /** A name that is not printable would be drawn as it is when it is completed. */
    private static boolean isHarmless(Candidate candidate) {
        return Printable.line(candidate.value()).equals(candidate.value());
    }

    private static Candidate ranked(Candidate c, int rank) {
        return new Candidate(c.value(), c.displ(), c.group(), c.descr(), c.suffix(), c.key(), c.complete(), rank + 1);
    }
}
