// SPDX-License-Identifier: Apache-2.0

package aegle.record.command;

import aegle.record.Bytes;
import aegle.record.ContentCommitment;
import aegle.record.DocumentId;
import aegle.record.EncryptionPublicKey;
import aegle.record.MemberId;
import aegle.record.NetworkId;
import aegle.record.PatientPseudonym;
import aegle.record.PermissionId;
import aegle.record.SigningPublicKey;
import aegle.record.codec.FieldWriter;
import aegle.record.metadata.DocumentCategory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What people sign about documents and keys: {@code "AEGLE-SIG-V1\0" ‖ lp(type) ‖ lp(networkId) ‖ lp of each field}
 * ({@code docs/encoding.md}).
 *
 * <p>A statement names the network, so that it holds nowhere else; it holds for ever there.
 */
public sealed interface SignedStatement {
    NetworkId network();

    /** Appends the statement's type and fields in the order of {@code docs/encoding.md}. */
    byte[] bytes();

    default boolean isSignedBy(SigningPublicKey key, TaggedSignature signature) {
        return signature.verifies(key, bytes());
    }

    private static FieldWriter begin(String type, NetworkId network) {
        return new FieldWriter()
                .raw("AEGLE-SIG-V1\0".getBytes(StandardCharsets.US_ASCII))
                .field(type)
                .field(network.value().toByteArray());
    }

    private static byte[] be32(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    /** The document that an uploader or the patient vouches for. */
    record DocumentSubject(
            String channel,
            PatientPseudonym record,
            DocumentId document,
            DocumentCategory category,
            ContentCommitment commitment,
            MemberId uploader,
            Instant time) {
        private FieldWriter appendTo(FieldWriter writer) {
            return writer.field(channel)
                    .field(record.value().toByteArray())
                    .field(document.value().toByteArray())
                    .field(category.name())
                    .field(commitment.value().toByteArray())
                    .field(uploader.value().toByteArray())
                    .field(time.toEpochMilli());
        }
    }

    /** sigD: the uploader vouches that the committed content is this patient's document. */
    record Upload(NetworkId network, DocumentSubject subject) implements SignedStatement {
        @Override
        public byte[] bytes() {
            return subject.appendTo(begin("document", network)).toByteArray();
        }
    }

    /** sigP: the patient has opened and checked the document (the paper's hash signed with SKS_P). */
    record Countersignature(NetworkId network, DocumentSubject subject) implements SignedStatement {
        @Override
        public byte[] bytes() {
            return subject.appendTo(begin("countersign", network)).toByteArray();
        }
    }

    /** The owner's word that documents of a category are sealed to this recipient in this epoch. */
    record Recipient(
            NetworkId network,
            PatientPseudonym record,
            DocumentCategory category,
            int epoch,
            EncryptionPublicKey recipient)
            implements SignedStatement {
        @Override
        public byte[] bytes() {
            return begin("recipient", network)
                    .field(record.value().toByteArray())
                    .field(category.name())
                    .field(be32(epoch))
                    .field(recipient.value().toByteArray())
                    .toByteArray();
        }
    }

    /** PKE bound to PKS: whoever holds SKS says which key to seal to. The owner is a member or a pseudonym. */
    record EncryptionKey(NetworkId network, Bytes owner, EncryptionPublicKey key) implements SignedStatement {
        @Override
        public byte[] bytes() {
            return begin("key", network)
                    .field(owner.toByteArray())
                    .field(key.value().toByteArray())
                    .toByteArray();
        }
    }

    /** The owner's word that this sealed grant is hers; it stands inside the seal. */
    record Grant(
            NetworkId network,
            PatientPseudonym record,
            PermissionId permission,
            int grantVersion,
            MemberId grantee,
            Bytes contentDigest)
            implements SignedStatement {
        @Override
        public byte[] bytes() {
            return begin("grant", network)
                    .field(record.value().toByteArray())
                    .field(permission.value().toByteArray())
                    .field(be32(grantVersion))
                    .field(grantee.value().toByteArray())
                    .field(contentDigest.toByteArray())
                    .toByteArray();
        }
    }

    /** The patient's mark on a file of her own; it stands in that file's envelope only. */
    record PrivateFile(NetworkId network, PatientPseudonym record, DocumentId document, ContentCommitment commitment)
            implements SignedStatement {
        @Override
        public byte[] bytes() {
            return begin("private", network)
                    .field(record.value().toByteArray())
                    .field(document.value().toByteArray())
                    .field(commitment.value().toByteArray())
                    .toByteArray();
        }
    }
}
