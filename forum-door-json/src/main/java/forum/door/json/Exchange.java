package forum.door.json;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the server is asked, and who makes of its replies what the client reads.
 *
 * @param requests in the native protocol
 * @param answers one for each request
 */
record Exchange(byte[] requests, List<Answer> answers) {

    /** Ask once. */
    static Exchange of(String word, List<String> arguments, Answer answer) {
        return new Exchange(Request.of(word, arguments), List.of(answer));
    }

    /** Ask nothing and say nothing. */
    static Exchange none() {
        return new Exchange(new byte[0], List.of());
    }

    /** Ask this, then that. */
    Exchange then(Exchange next) {
        byte[] both = new byte[requests.length + next.requests.length];
        System.arraycopy(requests, 0, both, 0, requests.length);
        System.arraycopy(next.requests, 0, both, requests.length, next.requests.length);
        return new Exchange(
                both, Stream.concat(answers.stream(), next.answers.stream()).toList());
    }
}
