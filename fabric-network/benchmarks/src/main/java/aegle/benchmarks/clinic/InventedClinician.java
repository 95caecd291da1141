// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks.clinic;

import aegle.crypto.Digest;
import aegle.crypto.identity.EncryptionKeyPair;
import aegle.crypto.identity.SigningKeyPair;
import aegle.crypto.record.RecordCipher;
import aegle.devnet.process.Wait;
import aegle.record.EncryptionPublicKey;
import aegle.record.member.Member;
import aegle.record.member.ProfessionalData;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.RecordLedger;
import aegle.sharing.SharingException;
import aegle.sharing.TransferProgress;
import aegle.sharing.enrollment.ClinicianEnrollment;
import aegle.sharing.key.ClinicianKeys;
import aegle.sharing.key.GrantOpening;
import aegle.sharing.key.MemberTrust;
import aegle.sharing.link.IdentityLinks;
import aegle.sharing.link.IdentityLinks.LinkCandidate;
import aegle.sharing.link.LinkWay;
import aegle.sharing.retrieval.CachedReading;
import aegle.sharing.retrieval.CipherFolder;
import aegle.sharing.retrieval.GrantedDocuments;
import aegle.sharing.retrieval.GrantedRecord;
import aegle.sharing.retrieval.GrantedRecords;
import aegle.sharing.retrieval.OwnerDocuments.DocumentReader;
import aegle.sharing.retrieval.RememberedLedger;
import aegle.sharing.upload.DocumentDraft;
import aegle.sharing.upload.RecordUpload;
import aegle.sharing.upload.UploadJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Dr. Maya Chen at the first hospital, whom the office's officers have attested. */
final class InventedClinician implements AutoCloseable {
    private static final Duration ATTESTATION = Duration.ofSeconds(60);

    private final Desk desk;
    private final ClinicianKeys keys;
    private final X509Certificate certificate;
    private final Member member;
    private final RecordLedger ledger;
    private final IdentityLinks links;
    private final GrantedRecords records;
    private final CachedReading cache;
    private final GrantedDocuments documents;
    private final RecordUpload upload;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    private InventedClinician(
            Desk desk, ClinicianKeys keys, ClinicianEnrollment enrollment, X509Certificate certificate)
            throws SharingException {
        this.desk = desk;
        this.keys = keys;
        this.certificate = certificate;
        this.ledger = desk.ledger(desk.profile(), certificate, keys.signing());
        this.member = enrollment.confirm(ledger);
        var cipher = new RecordCipher(desk.random(), 2);
        var grants = new GrantOpening(ledger, desk.store(), desk.memory(), keys);
        this.links = new IdentityLinks(desk.memory(), desk.clock());
        var listings = new RememberedLedger(ledger, desk.memory(), desk.clock());
        this.records = new GrantedRecords(listings, grants, links, desk.clock());
        this.cache = new CachedReading(
                ledger,
                desk.memory(),
                new CipherFolder(desk.folder().resolve("cache"), desk.store()),
                new CachedReading.Surroundings(desk.clock(), desk.random(), executor, _ -> {}, _ -> {}));
        this.documents = new GrantedDocuments(
                listings,
                desk.store(),
                desk.memory(),
                grants,
                cache,
                new DocumentReader(new MemberTrust(ledger, desk.membership()), cipher),
                desk.random());
        this.upload = new RecordUpload(
                ledger,
                keys,
                new UploadJournal(ledger, desk.store(), desk.memory(), keys.encryption(), desk.random()),
                desk.folder().resolve("outbox"),
                new RecordUpload.Workshop(cipher, desk.clock(), desk.random()));
    }

    /** Starts as the program does, applies, and waits until two officers have attested her. */
    static InventedClinician enroll(ConnectionProfile profile, Path folder) throws SharingException, IOException {
        RecordCipher.warmUp();
        Desk desk = Desk.at(profile, folder);
        var signing = SigningKeyPair.generate(desk.random());
        var encryption = EncryptionKeyPair.generate(desk.random());
        var enrollment = new ClinicianEnrollment(
                new ClinicianEnrollment.Surroundings(profile.network(), desk.clock(), desk.random()),
                desk.membership(),
                desk.memory(),
                signing);
        var application = enrollment.apply(
                profile.peers().getFirst().hospital(),
                EncryptionPublicKey.of(encryption.recipient().bytes()),
                new ProfessionalData("Dr. Maya Chen", "1234567893", "2085R0001X"));
        var keys = new ClinicianKeys(application.member(), signing, encryption);
        return new InventedClinician(desk, keys, enrollment, awaitCertificate(enrollment));
    }

    private static X509Certificate awaitCertificate(ClinicianEnrollment enrollment) throws IOException {
        Wait.until(ATTESTATION, () -> {
            try {
                return enrollment.collect().isPresent()
                        ? Optional.empty()
                        : Optional.of("the officers have not attested the clinician");
            } catch (SharingException e) {
                throw new IOException("the clinician gets no certificate", e);
            }
        });
        return enrollment.certificate().orElseThrow();
    }

    Member member() {
        return member;
    }

    /** Compares the six words with the patient, who is here. */
    void link(InventedPatient patient) throws SharingException {
        GrantedRecord record = record();
        var candidate = new LinkCandidate(
                record.id(),
                record.ownerKey(),
                "N-4711",
                LinkWay.WORDS_IN_PERSON,
                member.professional().name());
        links.confirm(candidate, patient.linkWords());
    }

    /** The record of the one patient who lets her in. */
    GrantedRecord record() throws SharingException {
        return records.read().records().getFirst();
    }

    /** What she is asked before she uploads a file. */
    static DocumentDraft draft(Path file) throws IOException {
        return new DocumentDraft(
                file,
                Digest.sha256Of(Files.readAllBytes(file)),
                String.valueOf(file.getFileName()),
                "Report",
                "application/pdf",
                DocumentCategory.LABORATORY_RESULTS,
                "OTHER_DOCUMENT",
                LocalDate.of(2026, 11, 20),
                1);
    }

    DocumentEntry upload(GrantedRecord record, DocumentDraft draft) throws SharingException {
        return upload.upload(record, draft, TransferProgress.none());
    }

    /** Drops what is kept of the record, so that the next opening fetches everything. */
    void forget(GrantedRecord record) {
        cache.forget(record.id());
    }

    /** Opens a document, whose content is taken over as a viewer does it. */
    byte[] open(GrantedRecord record, DocumentEntry entry) throws SharingException {
        return documents.open(record, entry, TransferProgress.none()).content();
    }

    /** Lists the newest documents, or all, and tells how many it lists. */
    int list(GrantedRecord record, boolean newestOnly) throws SharingException {
        var listed = new AtomicInteger();
        documents.list(record, portion -> {
            listed.addAndGet(portion.size());
            return !newestOnly;
        });
        return listed.get();
    }

    /** Another connection of hers to the ledger, through other peers first. */
    RecordLedger ledger(ConnectionProfile seenFrom) {
        return desk.ledger(seenFrom, certificate, keys.signing());
    }

    @Override
    public void close() {
        executor.shutdown();
        ledger.close();
        desk.close();
        keys.close();
    }
}
