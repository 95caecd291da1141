// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import com.google.protobuf.ByteString;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * The channel's chain of blocks with the state and the history that follow from it.
 *
 * <p>A block, its effects on the state and its history become durable together, so a process killed at any instant leaves a
 * ledger that ends with a whole block. Opening verifies every block and its link to the one before; the validation codes, which no
 * hash covers (as in Fabric), and the state are trusted.
 */
final class Ledger {

    private final LedgerDatabase database;
    private final ByteString networkId;

    private Ledger(LedgerDatabase database, ByteString networkId) {
        this.database = database;
        this.networkId = networkId;
    }

    /** Open the channel's ledger, or begin it with block 0. */
    static Ledger open(
            LedgerDatabase database, ChannelNames names, TrustedMembership membership, ByteString nonce, Instant now) {
        ByteString networkId = database.write(connection -> {
            BlockTable blocks = new BlockTable(connection);
            if (blocks.tip().isEmpty()) {
                blocks.append(
                        Optional.empty(),
                        List.of(GenesisBlock.envelope(names, membership, nonce, now)),
                        List.of(TxValidationCode.VALID));
            }
            blocks.verifyChain();
            GenesisBlock.verify(
                    blocks.block(0).orElseThrow(() -> new LedgerStorageException("block 0 is missing")), names);
            return Sha256.of(blocks.bytes(0).orElseThrow());
        });
        return new Ledger(database, networkId);
    }

    /** SHA-256 of the serialized block 0. */
    ByteString networkId() {
        return networkId;
    }

    /** How many blocks there are. */
    long height() {
        return database.read(connection ->
                new BlockTable(connection).tip().map(tip -> tip.number() + 1).orElse(0L));
    }

    Optional<Block> block(long number) {
        return database.read(connection -> new BlockTable(connection).block(number));
    }

    Optional<Commitment> commitment(String transactionId) {
        return database.read(connection -> new BlockTable(connection).commitment(transactionId));
    }

    /** Validate the transactions in their order, make one block of them, and apply the valid ones. */
    List<Commitment> commit(List<OrderedTransaction> transactions) {
        return database.write(connection -> commit(connection, transactions));
    }

    private static List<Commitment> commit(LedgerConnection connection, List<OrderedTransaction> transactions)
            throws SQLException {
        BlockTable blocks = new BlockTable(connection);
        StateTable state = new StateTable(connection);
        BlockTable.Tip tip = blocks.tip().orElseThrow();
        long number = tip.number() + 1;
        List<TxValidationCode> codes = new ArrayList<>();
        for (OrderedTransaction transaction : transactions) {
            codes.add(apply(state, transaction, version(number, codes.size())));
        }
        blocks.append(
                Optional.of(tip),
                transactions.stream().map(OrderedTransaction::envelope).toList(),
                codes);
        List<Commitment> commitments = new ArrayList<>();
        for (int position = 0; position < codes.size(); position++) {
            Commitment commitment = new Commitment(number, codes.get(position));
            blocks.record(transactions.get(position).id(), commitment);
            commitments.add(commitment);
        }
        return commitments;
    }

    private static TxValidationCode apply(StateTable state, OrderedTransaction transaction, Version version)
            throws SQLException {
        if (transaction.verdict() != TxValidationCode.VALID) {
            return transaction.verdict();
        }
        TxValidationCode code = new CommitValidation(state).verdict(transaction.readWriteSet());
        if (code == TxValidationCode.VALID) {
            for (KVWrite write : transaction.readWriteSet().getWritesList()) {
                state.apply(write, version);
            }
        }
        return code;
    }

    private static Version version(long block, int position) {
        return Version.newBuilder().setBlockNum(block).setTxNum(position).build();
    }
}
