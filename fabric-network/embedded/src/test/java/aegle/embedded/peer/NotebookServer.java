// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import org.hyperledger.fabric.shim.ChaincodeServerProperties;
import org.hyperledger.fabric.shim.NettyChaincodeServer;

/** The real contract server of the shim with the {@link NotebookContract} in it. */
final class NotebookServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(20);

    private final NettyChaincodeServer server;

    private NotebookServer(NettyChaincodeServer server) {
        this.server = server;
    }

    static InetSocketAddress freeAddress() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
        }
    }

    static NotebookServer start(InetSocketAddress address) throws IOException {
        var properties = new ChaincodeServerProperties();
        properties.setServerAddress(address);
        var server = new NettyChaincodeServer(NotebookContract.create(), properties);
        Thread.ofPlatform().daemon().name("notebook-server").start(() -> serve(server));
        awaitListening(address);
        return new NotebookServer(server);
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void serve(NettyChaincodeServer server) {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitListening(InetSocketAddress address) throws IOException {
        Instant limit = Instant.now().plus(START_LIMIT);
        while (Instant.now().isBefore(limit)) {
            try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (ConnectException e) {
                Thread.onSpinWait();
            }
        }
        throw new IOException("the contract server does not listen on " + address);
    }
}
