package forum.server.cli;

import forum.server.Network;
import forum.server.Tls;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;

/** How connections are kept from being read by others. */
final class TlsOptions {

    private final Setting<Optional<Path>> certificate;
    private final Setting<Optional<Path>> key;
    private final Setting<Optional<String>> mode;
    private final Setting<Boolean> plaintext;

    TlsOptions(Syntax syntax) {
        certificate = syntax.file("tls-cert", "certificate for TLS, with its chain (PEM)");
        key = syntax.file("tls-key", "the certificate's private key (PEM)");
        mode = syntax.option(
                "tls",
                "auto",
                "auto: make a certificate at the first start, and keep it in the data folder",
                Optional.empty(),
                Optional::of);
        plaintext = syntax.flag("allow-plaintext", "take passwords without TLS from other machines, too");
    }

    Network applyTo(Network network, CommandLine line) {
        return network.with(tls(line)).plaintextLogins(plaintext.in(line));
    }

    private Tls tls(CommandLine line) {
        Optional<Path> certificates = certificate.in(line);
        Optional<Path> privateKey = key.in(line);
        boolean anyFile = certificates.isPresent() || privateKey.isPresent();
        if (mode.in(line).isPresent()) {
            if (!mode.in(line).get().equals("auto") || anyFile) {
                throw new WrongUsage("Give --tls auto, or --tls-cert and --tls-key");
            }
            return new Tls.SelfSigned();
        }
        if (!anyFile) {
            return new Tls.Off();
        }
        if (certificates.isEmpty() || privateKey.isEmpty()) {
            throw new WrongUsage("--tls-cert and --tls-key need each other");
        }
        return new Tls.Files(certificates.get(), privateKey.get());
    }
}
