package forum.server.cli;

import forum.server.Network;
import forum.server.Tls;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How connections are kept from being read by others. */
final class TlsOptions {

    @Option(names = "--tls-cert", paramLabel = "FILE", description = "certificate for TLS, with its chain (PEM)")
    private @Nullable Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "the certificate's private key (PEM)")
    private @Nullable Path key;

    @Option(
            names = "--tls",
            paramLabel = "auto",
            description = "auto: make a certificate at the first start, and keep it in the data folder")
    private @Nullable String mode;

    @Option(names = "--allow-plaintext", description = "take passwords without TLS from other machines, too")
    private boolean plaintext;

    Network applyTo(Network network) {
        return network.with(tls()).plaintextLogins(plaintext);
    }

    private Tls tls() {
        if (mode != null) {
            if (!mode.equals("auto") || certificate != null || key != null) {
                throw new WrongUsage("Give --tls auto, or --tls-cert and --tls-key");
            }
            return new Tls.SelfSigned();
        }
        if (certificate == null && key == null) {
            return new Tls.Off();
        }
        if (certificate == null || key == null) {
            throw new WrongUsage("--tls-cert and --tls-key need each other");
        }
        return new Tls.Files(certificate, key);
    }
}
