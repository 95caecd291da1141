// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.testdata;

import aegle.clinician.desk.PatientDocument;
import aegle.crypto.OpaqueId;
import aegle.crypto.identity.EncryptionKeyPair;
import aegle.crypto.identity.SigningKeyPair;
import aegle.crypto.seal.DocumentLabel;
import aegle.crypto.seal.SealedContext;
import aegle.record.Bytes;
import aegle.record.CiphertextDigest;
import aegle.record.ContentCommitment;
import aegle.record.DocumentId;
import aegle.record.EncryptionPublicKey;
import aegle.record.KeyDigest;
import aegle.record.MspId;
import aegle.record.ObjectName;
import aegle.record.SigningPublicKey;
import aegle.record.call.DocumentCalls.AddDocument;
import aegle.record.command.SignedStatement.DocumentSubject;
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
import aegle.record.metadata.StoredDocument;
import aegle.record.metadata.StoredObject;
import aegle.sharing.retrieval.GrantedRecord;
import aegle.sharing.retrieval.ListedDocument;
import aegle.sharing.upload.PendingUpload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Invented documents of invented patients, and the PDFs they might be. */
public final class Documents {
    private static final Member CHEN = member("Dr. Mira Chen");

    private Documents() {}

    public static Member chen() {
        return CHEN;
    }

    /** A laboratory report of 3 May 2026 with 4 pages, added by Dr. Mira Chen. */
    public static PatientDocument laboratory(GrantedRecord record) {
        return document(
                record, DocumentCategory.LABORATORY_RESULTS, "LABORATORY_REPORT", LocalDate.of(2026, 5, 3), false);
    }

    /** A treatment summary of 12 May 2026 that the patient has confirmed. */
    public static PatientDocument summary(GrantedRecord record) {
        return document(record, DocumentCategory.RADIATION_DOSE, "TREATMENT_SUMMARY", LocalDate.of(2026, 5, 12), true);
    }

    public static PatientDocument document(
            GrantedRecord record, DocumentCategory category, String type, LocalDate date, boolean countersigned) {
        DocumentId id = DocumentId.of(Patients.bytes(16));
        var context = new SealedContext(OpaqueId.of(id.value().toByteArray()), category.name(), 0, 0);
        var label = new DocumentLabel(context, type, date, 184_320, 4);
        var listed = new ListedDocument(entry(record, id, category, countersigned), Optional.of(label));
        return new PatientDocument(listed, countersigned, Optional.of(CHEN));
    }

    /** An upload to a record that was begun and not finished. */
    public static PendingUpload pending(GrantedRecord record) {
        DocumentEntry entry = laboratory(record).entry();
        var call = new AddDocument(
                record.permissions().getFirst().id(), entry.subject(), 0, entry.uploaderSignature(), entry.objects());
        Bytes sealed = Bytes.of(new byte[8]);
        return new PendingUpload(call, sealed, sealed, sealed, sealed);
    }

    /** A PDF of one page with these lines. */
    public static byte[] pdf(String... lines) {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.setFont(new PDType1Font(FontName.HELVETICA), 14);
                content.beginText();
                content.setLeading(22);
                content.newLineAtOffset(72, 700);
                for (String line : lines) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an oncology information system prints. */
    public static byte[] aria(String number, LocalDate born, LocalDate service, String type, String status) {
        return pdf(
                "Patient ID (MRN): " + number,
                "Date of birth: " + born,
                "Document type: " + type,
                "Date of service: " + service,
                "Status: " + status);
    }

    private static DocumentEntry entry(
            GrantedRecord record, DocumentId id, DocumentCategory category, boolean countersigned) {
        var subject = new DocumentSubject(
                "aegle",
                record.id(),
                id,
                category,
                ContentCommitment.of(Patients.bytes(32)),
                Patients.CHEN,
                Patients.NOW.minusSeconds(7200));
        var name = ObjectName.of(Patients.bytes(16));
        var objects = new StoredDocument(
                object(ObjectKind.BODY, ObjectName.of(Patients.bytes(16))),
                object(ObjectKind.ENVELOPE, name),
                object(ObjectKind.LABEL, name));
        return new DocumentEntry(
                subject,
                0,
                signature(),
                objects,
                Patients.NOW.minusSeconds(3600),
                countersigned ? Optional.of(signature()) : Optional.empty(),
                1);
    }

    private static StoredObject object(ObjectKind kind, ObjectName name) {
        return new StoredObject(ObjectKey.of(kind, name), CiphertextDigest.of(Patients.bytes(32)), 1000);
    }

    private static TaggedSignature signature() {
        var bytes = new byte[65];
        Arrays.fill(bytes, (byte) 1);
        return TaggedSignature.of(bytes);
    }

    private static Member member(String name) {
        var random = new SecureRandom();
        try (var signing = SigningKeyPair.generate(random);
                var encryption = EncryptionKeyPair.generate(random)) {
            return new Member(
                    Patients.CHEN,
                    new MspId("MeadowStreetMSP"),
                    SigningPublicKey.of(signing.publicKey()),
                    EncryptionPublicKey.of(encryption.recipient().bytes()),
                    signature(),
                    new ProfessionalData(name, "1234567893", "2085R0001X"),
                    new Attestation(
                            AttestationMethod.PRACTICE,
                            Bytes.of(new byte[32]),
                            Instant.parse("2027-05-01T00:00:00Z"),
                            KeyDigest.of(new byte[32]),
                            Optional.of(KeyDigest.of(Patients.bytes(32)))),
                    MemberStatus.ACTIVE,
                    Optional.empty(),
                    1);
        }
    }
}
