// SPDX-License-Identifier: Apache-2.0

package aegle.embedded.peer;

import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.TlsChannelCredentials;
import io.grpc.TlsServerCredentials;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EndorseResponse;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateResponse;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.gateway.SubmitResponse;
import org.jspecify.annotations.Nullable;

/** A hospital's peer that gets no blocks any more: it passes calls on, hears of no commit, and answers as it did the first time. */
final class LaggingPeer extends GatewayGrpc.GatewayImplBase implements AutoCloseable {
    private final AtomicReference<@Nullable EvaluateResponse> first = new AtomicReference<>();
    private final ManagedChannel connection;
    private final GatewayGrpc.GatewayBlockingStub living;
    private final Server server;

    LaggingPeer(Path tls, String living) throws IOException {
        var trusted = TlsChannelCredentials.newBuilder()
                .trustManager(tls.resolve("tls.crt").toFile())
                .build();
        this.connection = Grpc.newChannelBuilder(living, trusted).build();
        this.living = GatewayGrpc.newBlockingStub(connection);
        var credentials = TlsServerCredentials.create(
                tls.resolve("tls.crt").toFile(), tls.resolve("tls.key").toFile());
        this.server = Grpc.newServerBuilderForPort(0, credentials)
                .addService(this)
                .build()
                .start();
    }

    String address() {
        return "127.0.0.1:" + server.getPort();
    }

    @Override
    public void evaluate(EvaluateRequest request, StreamObserver<EvaluateResponse> client) {
        var stale = first.get();
        var answer = stale == null ? living.evaluate(request) : stale;
        first.set(answer);
        answer(client, answer);
    }

    @Override
    public void endorse(EndorseRequest request, StreamObserver<EndorseResponse> client) {
        answer(client, living.endorse(request));
    }

    @Override
    public void submit(SubmitRequest request, StreamObserver<SubmitResponse> client) {
        answer(client, living.submit(request));
    }

    @Override
    public void commitStatus(SignedCommitStatusRequest request, StreamObserver<CommitStatusResponse> client) {
        // not yet
    }

    private static <T> void answer(StreamObserver<T> client, T answer) {
        client.onNext(answer);
        client.onCompleted();
    }

    @Override
    public void close() {
        server.shutdownNow();
        connection.shutdownNow();
    }
}
