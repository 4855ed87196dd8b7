package forum.testkit.transcript;

import forum.testkit.ForumFixture;
import forum.testkit.RecordedLog;
import forum.testkit.RespClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.opentest4j.AssertionFailedError;

/** Play one transcript against a forum. */
final class Player {

    private static final List<String> NEWS =
            List.of(">[\"message\"", ">[\"pmessage\"", "[\"message\"", "[\"pmessage\"", "nil");

    private final Transcript transcript;
    private final ForumFixture forum;
    private final Map<Integer, RespClient> sessions = new TreeMap<>();
    private final Expectation expectation = new Expectation();
    private int logged;

    Player(Transcript transcript, ForumFixture forum) {
        this.transcript = transcript;
        this.forum = forum;
    }

    void play() throws InterruptedException {
        for (Step step : transcript.steps()) {
            try {
                play(step);
            } catch (AssertionFailedError e) {
                throw e;
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(transcript.name() + ":" + step.line() + ": " + e.getMessage(), e);
            }
        }
        sessions.values().forEach(RespClient::stopSending);
        sessions.forEach(this::expectNothingMore);
    }

    private void play(Step step) throws InterruptedException {
        switch (step) {
            case Step.Words said ->
                session(said.session())
                        .send(Escapes.words(expectation.filled(said.text())).toArray(byte[][]::new));
            case Step.Typed said -> session(said.session()).sendRaw(bytes(said.text() + "\\r\\n"));
            case Step.Bytes said -> session(said.session()).sendRaw(bytes(said.text()));
            case Step.Login login -> session(login.session()).login(login.name());
            case Step.End end -> end(end);
            case Step.Reply reply -> expect(reply);
            case Step.RawReply reply -> expect(reply);
            case Step.Unordered block -> expect(block.replies());
            case Step.Log log -> expect(log);
            case Step.NoLog log -> expectNone(log);
            case Step.Clock clock -> forum.clock().pass(clock.duration());
            case Step.Stop _ -> forum.stop();
            case Step.Restart _ -> {
                sessions.values().forEach(RespClient::close);
                sessions.clear();
                forum.restart();
            }
        }
    }

    private byte[] bytes(String text) {
        return Escapes.bytes(expectation.filled(text));
    }

    private RespClient session(int number) {
        return sessions.computeIfAbsent(number, _ -> forum.connect());
    }

    private void end(Step.End end) {
        RespClient client = session(end.session());
        switch (end.how()) {
            case HANGS_UP -> client.close();
            case IS_CUT_OFF -> client.cut();
            case STOPS_SENDING -> client.stopSending();
        }
        if (end.how() != Step.End.How.STOPS_SENDING) {
            sessions.remove(end.session());
        }
    }

    private void expect(Step.Reply reply) {
        String actual = session(reply.session()).reply();
        if (!expectation.matches(reply.expected(), actual)) {
            throw failure(reply.line(), "session " + reply.session(), reply.expected(), actual);
        }
        if (actual.equals(RespClient.END)) {
            sessions.remove(reply.session()).close();
        }
    }

    private void expect(Step.RawReply reply) {
        String actual = session(reply.session()).rawReply(bytes(reply.expected()).length);
        if (!reply.expected().equals(actual)) {
            throw failure(reply.line(), "session " + reply.session(), reply.expected(), actual);
        }
    }

    private void expect(List<Step.Reply> replies) {
        List<Step.Reply> open = new ArrayList<>(replies);
        for (Step.Reply next : replies) {
            String actual = session(next.session()).reply();
            Step.Reply found = open.stream()
                    .filter(reply -> reply.session() == next.session())
                    .filter(reply -> expectation.matches(reply.expected(), actual))
                    .findFirst()
                    .orElseThrow(() -> failure(next.line(), "session " + next.session(), "one of " + open, actual));
            open.remove(found);
        }
    }

    private void expect(Step.Log log) throws InterruptedException {
        String first = expectation.filled(log.expected().getFirst());
        logged = forum.log().await(logged, text -> expectation.matches(first, text), first) + 1;
        for (int i = 1; i < log.expected().size(); i++) {
            String expected = log.expected().get(i);
            String actual = forum.log().await(logged++, expected).text();
            if (!expectation.matches(expected, actual)) {
                throw failure(log.line() + i, "the log", expected, actual);
            }
        }
    }

    private void expectNone(Step.NoLog log) {
        for (RecordedLog.Line logged : forum.log().lines()) {
            if (logged.text().matches(log.regex())) {
                throw failure(log.line(), "the log", "no line like " + log.regex(), logged.text());
            }
        }
    }

    private void expectNothingMore(int session, RespClient client) {
        for (String more = client.reply(); !more.equals(RespClient.END); more = client.reply()) {
            if (NEWS.stream().noneMatch(more::startsWith)) {
                throw failure(
                        transcript.steps().getLast().line(), "session " + session + ", at the end", "nothing", more);
            }
        }
    }

    private AssertionFailedError failure(int line, String who, String expected, String actual) {
        String message =
                "%s:%d: %s%n  expected: %s%n   but was: %s".formatted(transcript.name(), line, who, expected, actual);
        return new AssertionFailedError(message, expected, actual);
    }
}
