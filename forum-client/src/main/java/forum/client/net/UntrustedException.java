package forum.client.net;

import java.util.Optional;

/** Tell that the server's certificate is not to be believed. */
public final class UntrustedException extends ConnectionException {

    private static final long serialVersionUID = 1;

    private final transient Optional<String> fingerprint;
    private final String sentence;

    UntrustedException(String sentence, Optional<String> fingerprint) {
        super(new Ending.Lost(sentence));
        this.sentence = sentence;
        this.fingerprint = fingerprint;
    }

    /** Say why. */
    public String sentence() {
        return sentence;
    }

    /** Tell the certificate's fingerprint, if somebody who knows it may trust it. */
    public Optional<String> fingerprint() {
        return fingerprint;
    }
}
