package forum.server.cli;

import forum.server.Network;
import forum.server.Tls;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** How connections are kept from being read by others. */
final class TlsOptions {

    private final Argument<Optional<Path>> certificate;
    private final Argument<Optional<Path>> key;
    private final Argument<Optional<String>> mode;
    private final Argument<Boolean> plaintext;

    TlsOptions(Syntax syntax) {
        certificate = syntax.option("--tls-cert", "FILE", "certificate for TLS, with its chain (PEM)", Values::path);
        key = syntax.option("--tls-key", "FILE", "the certificate's private key (PEM)", Values::path);
        mode = syntax.option(
                "--tls",
                "auto",
                "auto: make a certificate at the first start, and keep it in the data folder",
                Function.identity());
        plaintext = syntax.flag("--allow-plaintext", "take passwords without TLS from other machines, too");
    }

    Network applyTo(Network network) {
        return network.with(tls()).plaintextLogins(plaintext.value());
    }

    private Tls tls() {
        boolean anyFile = certificate.value().isPresent() || key.value().isPresent();
        if (mode.value().isPresent()) {
            if (!mode.value().get().equals("auto") || anyFile) {
                throw new WrongUsage("Give --tls auto, or --tls-cert and --tls-key");
            }
            return new Tls.SelfSigned();
        }
        if (!anyFile) {
            return new Tls.Off();
        }
        if (certificate.value().isEmpty() || key.value().isEmpty()) {
            throw new WrongUsage("--tls-cert and --tls-key need each other");
        }
        return new Tls.Files(certificate.value().get(), key.value().get());
    }
}
