// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.retrieval;

import aegle.crypto.Digest;
import aegle.crypto.Octets;
import aegle.crypto.OpaqueId;
import aegle.crypto.record.BodyDigests;
import aegle.crypto.record.RecordCipher;
import aegle.crypto.seal.Envelope;
import aegle.crypto.seal.SealedContext;
import aegle.crypto.seal.UploadStatement;
import aegle.record.DocumentId;
import aegle.record.SigningPublicKey;
import aegle.record.command.SignedStatement;
import aegle.record.command.SignedStatement.DocumentSubject;
import aegle.record.metadata.DocumentEntry;
import aegle.sharing.IntegrityCheck;
import aegle.sharing.RecordIntegrityException;
import aegle.sharing.RecordLedger;
import aegle.sharing.SharingException;
import aegle.sharing.TransferProgress;
import aegle.sharing.key.MemberTrust;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Checks everything about a document before anybody sees it: signatures, context, digest of the ciphertext, seal, commitment.
 * Any difference is a {@link RecordIntegrityException}, never a blank page.
 */
final class DocumentVerification {
    private static final int GENERATION = 0;

    private final RecordLedger ledger;
    private final MemberTrust members;
    private final RecordCipher cipher;

    DocumentVerification(RecordLedger ledger, MemberTrust members, RecordCipher cipher) {
        this.ledger = ledger;
        this.members = members;
        this.cipher = cipher;
    }

    /** Open a body with its envelope; both must be what the ledger's entry says. */
    OpenedDocument open(
            DocumentEntry entry,
            Envelope envelope,
            Path body,
            SigningPublicKey ownerKey,
            Optional<Instant> permissionLastSeen,
            TransferProgress progress)
            throws SharingException {
        requireSignatures(entry, ownerKey);
        requireEnvelope(entry, envelope);
        byte[] content = decrypt(entry, envelope, body, progress);
        return new OpenedDocument(entry, envelope.description(), content, permissionLastSeen);
    }

    /** Check who signed the entry, and that it is about this record and network. */
    void requireSignatures(DocumentEntry entry, SigningPublicKey ownerKey) throws SharingException {
        DocumentSubject subject = entry.subject();
        if (!subject.channel().equals(ledger.channel())) {
            throw new RecordIntegrityException(IntegrityCheck.CONTEXT);
        }
        var upload = new SignedStatement.Upload(ledger.network(), subject);
        if (!upload.isSignedBy(members.signingKey(subject.uploader()), entry.uploaderSignature())) {
            throw new RecordIntegrityException(IntegrityCheck.UPLOADER_SIGNATURE);
        }
        var countersignature = new SignedStatement.Countersignature(ledger.network(), subject);
        if (entry.countersignature().isPresent()
                && !countersignature.isSignedBy(
                        ownerKey, entry.countersignature().get())) {
            throw new RecordIntegrityException(IntegrityCheck.COUNTERSIGNATURE);
        }
    }

    private static void requireEnvelope(DocumentEntry entry, Envelope envelope) throws RecordIntegrityException {
        DocumentSubject subject = entry.subject();
        var context = new SealedContext(opaque(entry.id()), subject.category().name(), entry.epoch(), GENERATION);
        var upload = new UploadStatement(
                Digest.of(subject.commitment().value().toByteArray()),
                OpaqueId.of(subject.uploader().value().toByteArray()),
                Octets.of(entry.uploaderSignature().value().toByteArray()));
        if (!envelope.context().equals(context) || !envelope.upload().equals(upload)) {
            throw new RecordIntegrityException(IntegrityCheck.CONTEXT);
        }
        if (!envelope.commitsTo(opaque(entry.id()))) {
            throw new RecordIntegrityException(IntegrityCheck.COMMITMENT);
        }
    }

    private byte[] decrypt(DocumentEntry entry, Envelope envelope, Path body, TransferProgress progress)
            throws RecordIntegrityException {
        var plaintext = CipherFolder.decrypt(body, entry.objects().body(), envelope, cipher, progress);
        try {
            requireDigests(entry, envelope, plaintext.digests());
            return plaintext.bytes();
        } catch (RecordIntegrityException e) {
            plaintext.content().wipe();
            throw e;
        }
    }

    private static void requireDigests(DocumentEntry entry, Envelope envelope, BodyDigests digests)
            throws RecordIntegrityException {
        var stored = entry.objects().body();
        boolean sameBody = digests.ciphertext()
                        .sha256()
                        .equals(Digest.of(stored.digest().value().toByteArray()))
                && digests.ciphertext().length() == stored.length();
        if (!sameBody) {
            throw new RecordIntegrityException(IntegrityCheck.CIPHERTEXT_DIGEST);
        }
        if (!digests.plaintext().equals(envelope.description().content())) {
            throw new RecordIntegrityException(IntegrityCheck.COMMITMENT);
        }
    }

    static OpaqueId opaque(DocumentId document) {
        return OpaqueId.of(document.value().toByteArray());
    }
}
