// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import aegle.crypto.Digest;
import aegle.crypto.Octets;
import aegle.crypto.OpaqueId;
import aegle.crypto.identity.EncryptionRecipient;
import aegle.crypto.record.CipherProgress;
import aegle.crypto.record.ContentDigest;
import aegle.crypto.record.RecordCipher;
import aegle.crypto.seal.DocumentDescription;
import aegle.crypto.seal.DocumentKeys;
import aegle.crypto.seal.DocumentLabel;
import aegle.crypto.seal.Envelope;
import aegle.crypto.seal.SealedContext;
import aegle.crypto.seal.UploadStatement;
import aegle.record.Bytes;
import aegle.record.CiphertextDigest;
import aegle.record.ContentCommitment;
import aegle.record.DocumentId;
import aegle.record.ObjectName;
import aegle.record.call.DocumentCalls.AddDocument;
import aegle.record.call.StoreCalls.UploadUrls;
import aegle.record.command.SignedStatement;
import aegle.record.command.SignedStatement.DocumentSubject;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.ObjectKind;
import aegle.record.metadata.StoredObject;
import aegle.record.permission.Permission;
import aegle.sharing.SharingException;
import aegle.sharing.retrieval.GrantedRecord;
import aegle.sharing.upload.SealedPair;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** An upload put together by hand: a dishonest clinician's, who seals one document and vouches for another. */
final class Forgery {
    private static final DocumentCategory DOSE = DocumentCategory.RADIATION_DOSE;

    private final ClinicianDesk uploader;
    private final AddDocument call;
    private final Map<StoredObject, Bytes> objects;

    private Forgery(ClinicianDesk uploader, AddDocument call, Map<StoredObject, Bytes> objects) {
        this.uploader = uploader;
        this.call = call;
        this.objects = objects;
    }

    /** Seals {@code inside}, while commitment, envelope and signature vouch for {@code promised}; honest if both are the same. */
    static Forgery of(ClinicianDesk uploader, PatientDesk patient, byte[] inside, byte[] promised) throws Exception {
        return of(uploader, patient, inside, promised, promised);
    }

    /** The same, and the envelope describes yet another document. */
    static Forgery of(ClinicianDesk uploader, PatientDesk patient, byte[] inside, byte[] described, byte[] promised)
            throws Exception {
        GrantedRecord record = uploader.recordOf(patient);
        Permission permission = record.writingPermission(DOSE).orElseThrow();
        var categoryKey = record.categoryKey(DOSE).orElseThrow();
        var document = DocumentId.random(Participants.RANDOM);
        var id = OpaqueId.of(document.value().toByteArray());
        try (var keys = DocumentKeys.generate(Participants.RANDOM)) {
            byte[] body = body(keys, id, inside);
            Digest commitment = keys.commitmentKey().commit(id, digest(promised));
            var subject = new DocumentSubject(
                    uploader.ledger.channel(),
                    record.id(),
                    document,
                    DOSE,
                    ContentCommitment.of(commitment.bytes()),
                    uploader.member.id(),
                    Participants.CLOCK.instant());
            var signature = uploader.keys.sign(new SignedStatement.Upload(uploader.ledger.network(), subject).bytes());
            var context = new SealedContext(id, DOSE.name(), categoryKey.epoch(), 0);
            var envelope = new Envelope(
                    context,
                    keys,
                    new DocumentDescription(digest(described), "dose.pdf", "application/pdf", "Dose"),
                    new UploadStatement(
                            commitment,
                            OpaqueId.of(uploader.member.id().value().toByteArray()),
                            Octets.of(signature.value().toByteArray())),
                    Optional.empty());
            var label = new DocumentLabel(context, "OTHER_DOCUMENT", LocalDate.of(2026, 11, 20), promised.length, 1);
            var pair = SealedPair.seal(
                    envelope,
                    label,
                    EncryptionRecipient.of(categoryKey.recipient().value().toByteArray()));
            var stored = new StoredObject(
                    ObjectKey.of(ObjectKind.BODY, ObjectName.random(Participants.RANDOM)),
                    CiphertextDigest.of(Digest.sha256Of(body).bytes()),
                    body.length);
            var named = pair.objects(stored, stored.key().name());
            return new Forgery(
                    uploader,
                    new AddDocument(permission.id(), subject, categoryKey.epoch(), signature, named),
                    Map.of(
                            named.body(), Bytes.of(body),
                            named.envelope(), pair.envelope(),
                            named.label(), pair.label()));
        }
    }

    private static ContentDigest digest(byte[] content) {
        return new ContentDigest(Digest.sha256Of(content), content.length);
    }

    private static byte[] body(DocumentKeys keys, OpaqueId id, byte[] inside) throws Exception {
        var body = new ByteArrayOutputStream();
        new RecordCipher(Participants.RANDOM, 1)
                .seal(new ByteArrayInputStream(inside), body, keys.documentLayer(id), CipherProgress.NONE);
        return body.toByteArray();
    }

    /** The call by which it would get onto the ledger. */
    AddDocument call() {
        return call;
    }

    /** Puts the objects into the stores and the document onto the ledger, which cannot see that anything is wrong. */
    DocumentEntry upload() throws SharingException {
        var record = call.subject().record();
        for (var object : objects.entrySet()) {
            uploader.store.put(
                    object.getKey(),
                    object.getValue().toByteArray(),
                    () -> uploader.ledger.evaluate(new UploadUrls(record, call.permission(), DOSE, object.getKey())));
        }
        return uploader.ledger.submit(call);
    }
}
