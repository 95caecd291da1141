// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.jspecify.annotations.Nullable;

/** The chain of blocks, each naming the hash of the one before as in Fabric, and where each transaction lies in it. */
final class BlockTable {

    private final LedgerConnection connection;

    BlockTable(LedgerConnection connection) {
        this.connection = connection;
    }

    /** Number and header hash of the last block. */
    record Tip(long number, ByteString hash) {}

    Optional<Tip> tip() throws SQLException {
        PreparedStatement query = connection.statement("SELECT number, hash FROM block ORDER BY number DESC LIMIT 1");
        try (ResultSet row = query.executeQuery()) {
            return row.next()
                    ? Optional.of(new Tip(row.getLong(1), ByteString.copyFrom(row.getBytes(2))))
                    : Optional.empty();
        }
    }

    /** The serialized block of a number. */
    Optional<ByteString> bytes(long number) throws SQLException {
        PreparedStatement query = connection.statement("SELECT bytes FROM block WHERE number = ?");
        query.setLong(1, number);
        try (ResultSet row = query.executeQuery()) {
            return row.next() ? Optional.of(ByteString.copyFrom(row.getBytes(1))) : Optional.empty();
        }
    }

    /** The block of a number. */
    Optional<Block> block(long number) throws SQLException {
        Optional<ByteString> bytes = bytes(number);
        return bytes.isEmpty() ? Optional.empty() : Optional.of(decode(number, bytes.get()));
    }

    /** Append a block of the envelopes with their validation codes behind the tip. */
    void append(Optional<Tip> tip, List<ByteString> envelopes, List<TxValidationCode> codes) throws SQLException {
        BlockHeader header = BlockHeader.newBuilder()
                .setNumber(tip.isPresent() ? tip.get().number() + 1 : 0)
                .setPreviousHash(tip.isPresent() ? tip.get().hash() : ByteString.EMPTY)
                .setDataHash(Sha256.of(envelopes))
                .build();
        Block block = Block.newBuilder()
                .setHeader(header)
                .setData(BlockData.newBuilder().addAllData(envelopes))
                .setMetadata(metadata(codes))
                .build();
        PreparedStatement insert = connection.statement("INSERT INTO block VALUES (?, ?, ?)");
        insert.setLong(1, header.getNumber());
        insert.setBytes(2, hash(header).toByteArray());
        insert.setBytes(3, block.toByteArray());
        insert.executeUpdate();
    }

    void record(String transactionId, Commitment commitment) throws SQLException {
        PreparedStatement insert = connection.statement("INSERT INTO commitment VALUES (?, ?, ?)");
        insert.setString(1, transactionId);
        insert.setLong(2, commitment.block());
        insert.setInt(3, commitment.code().getNumber());
        insert.executeUpdate();
    }

    Optional<Commitment> commitment(String transactionId) throws SQLException {
        PreparedStatement query = connection.statement("SELECT block, code FROM commitment WHERE transaction_id = ?");
        query.setString(1, transactionId);
        try (ResultSet row = query.executeQuery()) {
            return row.next() ? Optional.of(new Commitment(row.getLong(1), code(row.getInt(2)))) : Optional.empty();
        }
    }

    /** Refuse a chain with a block that is damaged, missing, or does not follow the one before it. */
    void verifyChain() throws SQLException {
        long number = 0;
        ByteString previous = ByteString.EMPTY;
        PreparedStatement query = connection.statement("SELECT number, hash, bytes FROM block ORDER BY number");
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                if (row.getLong(1) != number) {
                    throw broken(number, null);
                }
                BlockHeader header = intactHeader(number, ByteString.copyFrom(row.getBytes(3)));
                ByteString hash = hash(header);
                if (!header.getPreviousHash().equals(previous) || !hash.equals(ByteString.copyFrom(row.getBytes(2)))) {
                    throw broken(number, null);
                }
                previous = hash;
                number++;
            }
        }
    }

    /** The validation code that a block carries for the transaction at a position. */
    static TxValidationCode code(Block block, int position) {
        ByteString filter = block.getMetadata().getMetadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE);
        return code(filter.byteAt(position) & 0xff);
    }

    private static BlockHeader intactHeader(long number, ByteString bytes) {
        Block block = decode(number, bytes);
        BlockHeader header = block.getHeader();
        if (header.getNumber() != number
                || !header.getDataHash().equals(Sha256.of(block.getData().getDataList()))) {
            throw broken(number, null);
        }
        return header;
    }

    private static LedgerStorageException broken(long number, @Nullable Throwable cause) {
        return new LedgerStorageException(
                "block " + number + " of the ledger is missing or was changed after it was written;"
                        + " bring the network's folder back from a backup, or found a network in a new folder",
                cause);
    }

    private static TxValidationCode code(int number) {
        TxValidationCode code = TxValidationCode.forNumber(number);
        return code == null ? TxValidationCode.INVALID_OTHER_REASON : code;
    }

    private static Block decode(long number, ByteString bytes) {
        try {
            return Block.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw broken(number, e);
        }
    }

    private static BlockMetadata metadata(List<TxValidationCode> codes) {
        byte[] filter = new byte[codes.size()];
        for (int position = 0; position < filter.length; position++) {
            filter[position] = (byte) codes.get(position).getNumber();
        }
        var metadata = BlockMetadata.newBuilder();
        for (int index = 0; index <= BlockMetadataIndex.COMMIT_HASH_VALUE; index++) {
            metadata.addMetadata(
                    index == BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE
                            ? ByteString.copyFrom(filter)
                            : ByteString.EMPTY);
        }
        return metadata.build();
    }

    /** SHA-256 of the header's DER form (protoutil.BlockHeaderBytes of Fabric). */
    private static ByteString hash(BlockHeader header) {
        var sequence = new DERSequence(new ASN1Encodable[] {
            new ASN1Integer(BigInteger.valueOf(header.getNumber())),
            new DEROctetString(header.getPreviousHash().toByteArray()),
            new DEROctetString(header.getDataHash().toByteArray())
        });
        try {
            return Sha256.of(ByteString.copyFrom(sequence.getEncoded(ASN1Encoding.DER)));
        } catch (IOException e) {
            throw new IllegalStateException("a block header can always be encoded", e);
        }
    }
}
