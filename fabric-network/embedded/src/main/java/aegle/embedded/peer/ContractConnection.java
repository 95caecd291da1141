// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;

/** The way to the contract server: dialled when a proposal needs it, and again when the last stream has ended. */
final class ContractConnection implements AutoCloseable {

    private final String contract;
    private final InetSocketAddress server;
    private final LedgerDatabase database;
    private final int maximumMessageBytes;
    private final ReentrantLock dialling = new ReentrantLock();
    private Optional<ChaincodeStream> current = Optional.empty();

    ContractConnection(String contract, InetSocketAddress server, LedgerDatabase database, int maximumMessageBytes) {
        this.contract = contract;
        this.server = server;
        this.database = database;
        this.maximumMessageBytes = maximumMessageBytes;
    }

    /** Let the contract execute a proposal against the state as it is now. */
    SimulationResult simulate(CheckedProposal proposal) throws ProposalFailedException {
        ChaincodeMessage transaction = ChaincodeMessage.newBuilder()
                .setType(ChaincodeMessage.Type.TRANSACTION)
                .setTxid(proposal.transactionId())
                .setChannelId(proposal.channelHeader().getChannelId())
                .setTimestamp(proposal.channelHeader().getTimestamp())
                .setPayload(proposal.input().toByteString())
                .setProposal(proposal.signed())
                .build();
        try (var simulation = new TransactionSimulation(contract, database)) {
            return stream(proposal.transactionId()).run(transaction, simulation);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProposalFailedException.notExecuted(proposal.transactionId(), "interrupted");
        }
    }

    @Override
    public void close() {
        dialling.lock();
        try {
            current.ifPresent(ChaincodeStream::close);
            current = Optional.empty();
        } finally {
            dialling.unlock();
        }
    }

    private ChaincodeStream stream(String transactionId) throws ProposalFailedException, InterruptedException {
        dialling.lockInterruptibly();
        try {
            if (current.isPresent() && current.get().isOpen()) {
                return current.get();
            }
            ChaincodeStream stream = new ChaincodeStream(server, maximumMessageBytes);
            boolean registered = false;
            try {
                registered = stream.awaitRegistration();
            } finally {
                if (!registered) {
                    stream.close();
                }
            }
            if (!registered) {
                throw ProposalFailedException.notExecuted(
                        transactionId, "could not launch chaincode " + contract + ": could not connect to " + server);
            }
            current = Optional.of(stream);
            return stream;
        } finally {
            dialling.unlock();
        }
    }
}
