package forum.client.net;

import java.io.IOException;
import java.net.Socket;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * The bytes of a connection, in both directions; read and written by one thread each.
 *
 * @param in what arrives
 * @param out takes what is sent
 * @param socket ends both at once; TLS would wait for a writer that is stuck
 */
record Wire(ReadableByteChannel in, WritableByteChannel out, SocketChannel socket) {

    private static final int HANDSHAKE_MILLIS = 10_000;

    /** Take a connection's bytes as they are, or agree on TLS if the address asks for it. */
    static Wire over(SocketChannel channel, Address address) throws ConnectionException {
        Optional<Trust> trust = address.trust();
        return trust.isEmpty() ? new Wire(channel, channel, channel) : secure(channel, address, trust.get());
    }

    private static Wire secure(SocketChannel channel, Address address, Trust trust) throws ConnectionException {
        try {
            Judgement judgement = new Judgement(address, trust);
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(null, new TrustManager[] {judgement}, null);
            Socket plain = channel.socket();
            SSLSocket socket =
                    (SSLSocket) context.getSocketFactory().createSocket(plain, address.host(), address.port(), true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setProtocols(new String[] {"TLSv1.3"});
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            plain.setSoTimeout(HANDSHAKE_MILLIS);
            try {
                socket.startHandshake();
            } catch (IOException e) {
                if (judgement.objection().isPresent()) {
                    throw judgement.objection().get();
                }
                throw e;
            }
            plain.setSoTimeout(0);
            return new Wire(
                    Channels.newChannel(socket.getInputStream()),
                    Channels.newChannel(socket.getOutputStream()),
                    channel);
        } catch (ConnectionException e) {
            Dialling.hangUp(channel);
            throw e;
        } catch (IOException | GeneralSecurityException e) {
            Dialling.hangUp(channel);
            throw failed(address, e);
        }
    }

    private static ConnectionException failed(Address address, Exception e) {
        String why = e instanceof SSLException && e.getMessage() != null ? ": " + e.getMessage() : "";
        return new ConnectionException(new Ending.Lost("No TLS with " + address + why));
    }
}
