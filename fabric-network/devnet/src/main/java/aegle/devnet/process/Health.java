// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.process;

import aegle.client.trust.TlsRoot;
import aegle.devnet.material.Certificates;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** How a node is asked whether it is well. Nothing is sent but the question; each has a few seconds to answer. */
@FunctionalInterface
public interface Health {
    int MILLISECONDS = 3000;

    /** Why the node is not well; nothing if it is. */
    Optional<String> complaint();

    /** Well if every one of them says so. */
    static Health all(List<Health> questions) {
        return () -> questions.stream()
                .map(Health::complaint)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Well if something listens on the loopback port. */
    static Health listens(int port) {
        return asking("port " + port, () -> {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), MILLISECONDS);
            }
        });
    }

    /** Well if the loopback port speaks HTTP/2 over TLS with a certificate under the root. */
    static Health speaksGrpc(int port, Path root) {
        return asking("port " + port, () -> {
            try (var socket = (SSLSocket) trusting(root).getSocketFactory().createSocket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), MILLISECONDS);
                socket.setSoTimeout(MILLISECONDS);
                var parameters = socket.getSSLParameters();
                parameters.setApplicationProtocols(new String[] {"h2"});
                socket.setSSLParameters(parameters);
                socket.startHandshake();
            }
        });
    }

    /** Well if the address answers 200. */
    static Health answers(String address) {
        return asking(
                address,
                () -> require(HttpURLConnection.HTTP_OK, (HttpURLConnection)
                        url(address).openConnection()));
    }

    /** Well if the address answers with that status, over TLS with a certificate under the root. */
    static Health answers(int status, String address, Path root) {
        return asking(address, () -> {
            var connection = (HttpsURLConnection) url(address).openConnection();
            connection.setSSLSocketFactory(trusting(root).getSocketFactory());
            require(status, connection);
        });
    }

    private static void require(int status, HttpURLConnection connection) throws IOException {
        try {
            connection.setConnectTimeout(MILLISECONDS);
            connection.setReadTimeout(MILLISECONDS);
            if (connection.getResponseCode() != status) {
                throw new IOException("answers " + connection.getResponseCode());
            }
        } finally {
            connection.disconnect();
        }
    }

    private static URL url(String address) throws IOException {
        return URI.create(address).toURL();
    }

    private static SSLContext trusting(Path root) throws IOException {
        return TlsRoot.of(Certificates.read(root)).context();
    }

    private static Health asking(String whom, Asking asking) {
        return () -> {
            try {
                asking.ask();
                return Optional.empty();
            } catch (IOException e) {
                return Optional.of(whom + ": " + e.getMessage());
            }
        };
    }

    /** One question; fails if the answer is not as it should be. */
    @FunctionalInterface
    interface Asking {
        void ask() throws IOException;
    }
}
