// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.client.trust.TlsRoot;
import aegle.devnet.material.Certificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.hyperledger.fabric.client.identity.Identities;

/** Knocks at a contract server: opens HTTP/2 as gRPC does and sees whether it is answered. */
record ContractDoor(DevnetLayout layout, int port) {
    private static final int MILLISECONDS = 10_000;
    /** RFC 9113, 3.4: the preface and an empty SETTINGS frame. */
    private static final byte[] HELLO =
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII);

    boolean opensWithoutTls() throws IOException {
        try (var socket = new Socket()) {
            return isAnswered(socket);
        }
    }

    boolean opensWithoutCertificate() throws Exception {
        return opens();
    }

    /** Show the TLS certificate of a hospital's peer. */
    boolean opensFor(Hospital hospital) throws Exception {
        Path tls = layout.peerCrypto(hospital).resolve("peers/peer." + hospital.domain() + "/tls");
        X509Certificate certificate = Certificates.read(tls.resolve("server.crt"));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (var reader = Files.newBufferedReader(tls.resolve("server.key"))) {
            store.setKeyEntry("peer", Identities.readPrivateKey(reader), new char[0], new Certificate[] {certificate});
        }
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return opens(factory.getKeyManagers());
    }

    private boolean opens(KeyManager... own) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        var trust = TlsRoot.of(Certificates.read(TlsFiles.root(layout))).trust();
        context.init(own, new TrustManager[] {trust}, null);
        try (var socket = (SSLSocket) context.getSocketFactory().createSocket()) {
            var parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2"});
            socket.setSSLParameters(parameters);
            return isAnswered(socket);
        }
    }

    private boolean isAnswered(Socket socket) throws IOException {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), MILLISECONDS);
        socket.setSoTimeout(MILLISECONDS);
        try {
            socket.getOutputStream().write(HELLO);
            byte[] settings = socket.getInputStream().readNBytes(4);
            return settings.length == 4 && settings[3] == 4;
        } catch (IOException e) {
            return false;
        }
    }
}
