package forum.testkit.transcript;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Read a transcript; the format is described in the package. */
final class TranscriptParser {

    private static final Pattern DIALOGUE = Pattern.compile("(\\d+) ([CS][:|!])(?: (.*))?");
    private static final Pattern LOGIN = Pattern.compile("\\(logs in as (.+)\\)");

    private final String name;
    private final List<String> options = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private List<Step> target = steps;
    private int line;

    TranscriptParser(String name) {
        this.name = name;
    }

    Transcript parse(List<String> lines) {
        for (int next = 0; next < lines.size(); ) {
            line = next + 1;
            StringBuilder text = new StringBuilder(lines.get(next++));
            while (next < lines.size() && lines.get(next).matches("\\s+\\S.*")) {
                text.append(' ').append(lines.get(next++).strip());
            }
            if (!text.isEmpty() && text.charAt(0) != '#') {
                step(Escapes.repeated(text.toString()));
            }
        }
        require(target == steps, "a block that does not end");
        return new Transcript(name, options, steps);
    }

    private void step(String text) {
        Matcher dialogue = DIALOGUE.matcher(text);
        if (dialogue.matches()) {
            String said = dialogue.group(3) == null ? "" : dialogue.group(3);
            target.add(dialogue(Integer.parseInt(dialogue.group(1)), dialogue.group(2), said));
        } else if (text.equals("{")) {
            require(target == steps, "a block in a block");
            target = new ArrayList<>();
        } else if (text.equals("}")) {
            endBlock();
        } else if (text.equals("STOP")) {
            target.add(new Step.Stop(line));
        } else if (text.equals("RESTART")) {
            target.add(new Step.Restart(line));
        } else if (text.startsWith("LOG: ")) {
            log(text.substring("LOG: ".length()));
        } else if (text.startsWith("NOLOG: ")) {
            target.add(new Step.NoLog(line, text.substring("NOLOG: ".length())));
        } else if (text.startsWith("CLOCK: ")) {
            target.add(new Step.Clock(line, Duration.parse(text.substring("CLOCK: ".length()))));
        } else if (text.startsWith("SERVER: ") && steps.isEmpty()) {
            options.addAll(List.of(text.substring("SERVER: ".length()).split(" ")));
        } else {
            require(false, "no step of a transcript: " + text);
        }
    }

    private Step dialogue(int session, String who, String said) {
        Matcher login = LOGIN.matcher(said);
        return switch (who) {
            case "C:" ->
                switch (said) {
                    case "(hangs up)" -> new Step.End(line, session, Step.End.How.HANGS_UP);
                    case "(is cut off)" -> new Step.End(line, session, Step.End.How.IS_CUT_OFF);
                    case "(stops sending)" -> new Step.End(line, session, Step.End.How.STOPS_SENDING);
                    default ->
                        login.matches()
                                ? new Step.Login(line, session, login.group(1))
                                : new Step.Words(line, session, said);
                };
            case "C|" -> new Step.Typed(line, session, said);
            case "C!" -> new Step.Bytes(line, session, said);
            case "S:" -> new Step.Reply(line, session, said);
            case "S!" -> new Step.RawReply(line, session, said);
            default -> throw new IllegalStateException("Unreachable: " + who);
        };
    }

    private void log(String expected) {
        if (!target.isEmpty()
                && target.getLast() instanceof Step.Log(int first, List<String> before)
                && line == first + before.size()) {
            List<String> all = new ArrayList<>(before);
            all.add(expected);
            target.set(target.size() - 1, new Step.Log(first, all));
        } else {
            target.add(new Step.Log(line, List.of(expected)));
        }
    }

    private void endBlock() {
        require(target != steps && target.stream().allMatch(Step.Reply.class::isInstance), "no block of S: lines");
        List<Step> block = target;
        target = steps;
        target.add(new Step.Unordered(
                block.getFirst().line(),
                block.stream().map(Step.Reply.class::cast).toList()));
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(name + ":" + line + ": " + otherwise);
        }
    }
}
