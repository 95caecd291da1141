// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsResponse;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's stream of events: those of the valid transactions of every block from a start block on, first the blocks that
 * are there, then each new one. It reads no faster than the client takes the events. If it cannot go on, the client is told.
 */
final class EventReplay implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(EventReplay.class);

    private final Ledger ledger;
    private final BlockCommitter committer;
    private final Start start;
    private final ServerCallStreamObserver<ChaincodeEventsResponse> client;
    private final Semaphore clientReady = new Semaphore(0);

    EventReplay(
            Ledger ledger,
            BlockCommitter committer,
            Start start,
            ServerCallStreamObserver<ChaincodeEventsResponse> client) {
        this.ledger = ledger;
        this.committer = committer;
        this.start = start;
        this.client = client;
    }

    /** The first block to read, and the transaction in it (empty for none) up to which the client has had the events. */
    record Start(long block, String afterTransactionId) {}

    /** Take note that the client can take more. */
    void clientIsReady() {
        clientReady.release();
    }

    @Override
    public void run() {
        try {
            for (long number = start.block(); !client.isCancelled(); number++) {
                committer.awaitBlock(number);
                List<ChaincodeEvent> events = events(number);
                if (!events.isEmpty()) {
                    awaitClient();
                    client.onNext(ChaincodeEventsResponse.newBuilder()
                            .setBlockNumber(number)
                            .addAllEvents(events)
                            .build());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            end(e);
        }
    }

    private void end(RuntimeException failure) {
        if (client.isCancelled()) {
            LOG.debug("A stream of events ended after its client", failure);
            return;
        }
        LOG.error("A stream of events cannot go on", failure);
        client.onError(
                Status.INTERNAL.withDescription("the events cannot be read").asRuntimeException());
    }

    private void awaitClient() throws InterruptedException {
        while (!client.isReady()) {
            clientReady.acquire();
        }
    }

    private List<ChaincodeEvent> events(long number) {
        Block block =
                ledger.block(number).orElseThrow(() -> new LedgerStorageException("block " + number + " is missing"));
        List<ChaincodeEvent> events = new ArrayList<>();
        if (number == 0) {
            return events;
        }
        try {
            for (int position = 0; position < block.getData().getDataCount(); position++) {
                var transaction = new TransactionEnvelope(
                        Envelope.parseFrom(block.getData().getData(position)));
                Optional<ChaincodeEvent> event = transaction.event();
                if (event.isPresent() && BlockTable.code(block, position) == TxValidationCode.VALID) {
                    events.add(event.get());
                }
                if (number == start.block() && transaction.transactionId().equals(start.afterTransactionId())) {
                    events.clear();
                }
            }
        } catch (InvalidProtocolBufferException e) {
            throw new LedgerStorageException("block " + number + " is damaged", e);
        }
        return events;
    }
}
