// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.trial;

import aegle.crypto.Digest;
import aegle.crypto.Octets;
import aegle.crypto.OpaqueId;
import aegle.crypto.identity.EncryptionKeyPair;
import aegle.crypto.identity.EncryptionRecipient;
import aegle.crypto.identity.SigningKeyPair;
import aegle.crypto.record.BodyDigests;
import aegle.crypto.record.BodyLayer;
import aegle.crypto.record.CipherProgress;
import aegle.crypto.record.DocumentTooLargeException;
import aegle.crypto.record.RecordCipher;
import aegle.crypto.seal.DocumentDescription;
import aegle.crypto.seal.DocumentKeys;
import aegle.crypto.seal.DocumentLabel;
import aegle.crypto.seal.Envelope;
import aegle.crypto.seal.SealedContext;
import aegle.crypto.seal.SealedMessage;
import aegle.crypto.seal.UploadStatement;
import aegle.record.AccessId;
import aegle.record.Bytes;
import aegle.record.CategoryKey;
import aegle.record.CiphertextDigest;
import aegle.record.ContentCommitment;
import aegle.record.DocumentId;
import aegle.record.EncryptionPublicKey;
import aegle.record.KeyDigest;
import aegle.record.MemberId;
import aegle.record.MspId;
import aegle.record.ObjectName;
import aegle.record.PermissionId;
import aegle.record.RequestId;
import aegle.record.SigningPublicKey;
import aegle.record.access.AccessEvent;
import aegle.record.access.AccessKind;
import aegle.record.access.AccessRequest;
import aegle.record.access.DenialCount;
import aegle.record.access.RequestStatus;
import aegle.record.codec.LedgerCodec;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.command.SignedStatement;
import aegle.record.command.TaggedSignature;
import aegle.record.member.Attestation;
import aegle.record.member.AttestationMethod;
import aegle.record.member.Member;
import aegle.record.member.MemberStatus;
import aegle.record.member.ProfessionalData;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.ObjectKind;
import aegle.record.metadata.StoredObject;
import aegle.record.permission.Permission;
import aegle.sharing.request.HandOverCode;
import aegle.sharing.request.RequestedAccess;
import aegle.sharing.upload.SealedPair;
import java.io.IOException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** An invented clinician who uploads, looks, asks and is refused. */
public final class TrialClinician {
    private static final int WORKERS = 1;

    private final TrialNetwork trial;
    private final Clock clock;
    private final SecureRandom random;
    private final SigningKeyPair signing;
    private final Member member;

    private TrialClinician(
            TrialNetwork trial, Clock clock, SecureRandom random, ProfessionalData professional, String hospital) {
        this.trial = trial;
        this.clock = clock;
        this.random = random;
        this.signing = SigningKeyPair.generate(random);
        MemberId id = MemberId.random(random);
        var network = trial.ledger().network();
        try (EncryptionKeyPair encryption = EncryptionKeyPair.generate(random)) {
            var key = EncryptionPublicKey.of(encryption.recipient().bytes());
            var statement = new SignedStatement.EncryptionKey(network, id.value(), key);
            member = new Member(
                    id,
                    new MspId(hospital),
                    SigningPublicKey.of(signing.publicKey()),
                    key,
                    sign(statement),
                    professional,
                    new Attestation(
                            AttestationMethod.NPDB_CONTINUOUS_QUERY,
                            Bytes.of(new byte[32]),
                            clock.instant().plus(Duration.ofDays(200)),
                            KeyDigest.of(new byte[32]),
                            Optional.of(KeyDigest.of(new byte[32]))),
                    MemberStatus.ACTIVE,
                    Optional.of(Bytes.of(encoded(id))),
                    1);
        }
        trial.ledger().add(member);
    }

    /** Dr. Mei Chen, radiation oncologist at St. Anne's. */
    public static TrialClinician chen(TrialNetwork trial, Clock clock, SecureRandom random) {
        var data = new ProfessionalData("Dr. Mei Chen", "1234567893", "2085R0001X");
        return new TrialClinician(trial, clock, random, data, "Hospital1MSP");
    }

    /** Dr. Luís Okafor-Steinbrenner, medical oncologist at the University Hospital. */
    public static TrialClinician okafor(TrialNetwork trial, Clock clock, SecureRandom random) {
        var data = new ProfessionalData("Dr. Luís Okafor-Steinbrenner", "1679576722", "207RX0202X");
        return new TrialClinician(trial, clock, random, data, "Hospital2MSP");
    }

    public Member member() {
        return member;
    }

    /** Add a document to the patient's record and its upload to the history. */
    public DocumentEntry upload(DocumentCategory category, String type, String title, byte[] pdf) {
        DocumentId document = DocumentId.random(random);
        OpaqueId id = OpaqueId.of(document.value().toByteArray());
        CategoryKey categoryKey = trial.ledger().categoryKey(category);
        var keys = DocumentKeys.generate(random);
        var sealed = new java.io.ByteArrayOutputStream();
        BodyDigests digests = sealed(pdf, sealed, keys.documentLayer(id));
        Digest commitment = keys.commitmentKey().commit(id, digests.plaintext());
        var subject = new SignedStatement.DocumentSubject(
                trial.ledger().channel(),
                trial.ledger().record().id(),
                document,
                category,
                ContentCommitment.of(commitment.bytes()),
                member.id(),
                clock.instant());
        var signature = sign(new SignedStatement.Upload(trial.ledger().network(), subject));
        var context = new SealedContext(id, category.name(), categoryKey.epoch(), 0);
        var statement = new UploadStatement(
                commitment,
                OpaqueId.of(member.id().value().toByteArray()),
                Octets.of(signature.value().toByteArray()));
        var label = new DocumentLabel(
                context,
                type,
                LocalDate.now(clock).minusDays(6),
                digests.plaintext().length(),
                2);
        var description = new DocumentDescription(digests.plaintext(), "Scan 7.pdf", "application/pdf", title);
        try (var envelope = new Envelope(context, keys, description, statement, Optional.empty())) {
            var pair = SealedPair.seal(
                    envelope,
                    label,
                    EncryptionRecipient.of(categoryKey.recipient().value().toByteArray()));
            var body = new StoredObject(
                    ObjectKey.of(ObjectKind.BODY, ObjectName.random(random)),
                    CiphertextDigest.of(digests.ciphertext().sha256().bytes()),
                    digests.ciphertext().length());
            var objects = pair.objects(body, body.key().name());
            trial.store().keep(body.key(), sealed.toByteArray());
            trial.store().keep(objects.envelope().key(), pair.envelope().toByteArray());
            trial.store().keep(objects.label().key(), pair.label().toByteArray());
            var entry = new DocumentEntry(
                    subject, categoryKey.epoch(), signature, objects, clock.instant(), Optional.empty(), 1);
            trial.ledger().add(entry);
            happens(AccessKind.UPLOAD, document, Optional.empty(), Optional.empty());
            return entry;
        }
    }

    /** Look at a document. */
    public void look(DocumentId document) {
        happens(AccessKind.OPEN, document, Optional.empty(), Optional.empty());
    }

    /** Look at a document without the network, two hours ago. */
    public void lookOffline(DocumentId document) {
        happens(
                AccessKind.OPEN_CACHED,
                document,
                Optional.empty(),
                Optional.of(clock.instant().minus(Duration.ofHours(2))));
    }

    /** Be refused a look. */
    public void beRefused(DocumentId document, LedgerErrorCode reason) {
        happens(AccessKind.OPEN, document, Optional.of(reason), Optional.empty());
    }

    /** Be refused so often that it is only counted. */
    public void beRefusedOften(int count) {
        trial.ledger().add(new DenialCount(trial.ledger().record().id(), member.id(), clock.instant(), count));
    }

    /** Ask for access by the patient's code. */
    public AccessRequest ask(HandOverCode code, RequestedAccess access) {
        byte[] sealed = SealedMessage.seal(
                LedgerCodec.encode(access),
                EncryptionRecipient.of(code.encryptionKey().value().toByteArray()));
        var request = new AccessRequest(
                RequestId.random(random),
                code.record(),
                member.id(),
                Bytes.of(sealed),
                clock.instant(),
                clock.instant().plus(Duration.ofDays(30)),
                RequestStatus.OPEN,
                1);
        trial.ledger().add(request);
        return request;
    }

    private void happens(
            AccessKind kind, DocumentId document, Optional<LedgerErrorCode> denial, Optional<Instant> openedAt) {
        Optional<PermissionId> relied = trial.ledger().permissions().stream()
                .filter(permission -> permission.grantee().equals(member.id()))
                .map(Permission::id)
                .findFirst();
        trial.ledger()
                .add(new AccessEvent(
                        AccessId.random(random),
                        trial.ledger().record().id(),
                        member.id(),
                        kind,
                        document,
                        relied,
                        denial,
                        clock.instant(),
                        openedAt,
                        "f00d"));
    }

    private TaggedSignature sign(SignedStatement statement) {
        return TaggedSignature.of(signing.sign(statement.bytes()));
    }

    private byte[] encoded(MemberId id) {
        try {
            return TrialCertificates.of(signing, id.hex(), clock.instant()).getEncoded();
        } catch (CertificateException e) {
            throw new IllegalStateException("a certificate for tests", e);
        }
    }

    private BodyDigests sealed(byte[] pdf, java.io.ByteArrayOutputStream out, BodyLayer layer) {
        try {
            return new RecordCipher(random, WORKERS)
                    .seal(new java.io.ByteArrayInputStream(pdf), out, layer, CipherProgress.NONE);
        } catch (IOException | DocumentTooLargeException e) {
            throw new IllegalStateException("a document for tests", e);
        }
    }
}
