// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import aegle.client.ledger.FabricRecordLedger;
import aegle.client.local.SqliteSealedStore;
import aegle.client.membership.HttpMembershipDirectory;
import aegle.client.store.S3RecordStore;
import aegle.crypto.identity.EncryptionKeyPair;
import aegle.crypto.identity.SigningKeyPair;
import aegle.crypto.record.RecordCipher;
import aegle.record.Bytes;
import aegle.record.EncryptionPublicKey;
import aegle.record.MspId;
import aegle.record.PatientPseudonym;
import aegle.record.member.Member;
import aegle.record.member.ProfessionalData;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.sharing.MembershipDirectory;
import aegle.sharing.RecordLedger;
import aegle.sharing.RecordStore;
import aegle.sharing.SealedStore;
import aegle.sharing.SharingException;
import aegle.sharing.TransferProgress;
import aegle.sharing.enrollment.ClinicianEnrollment;
import aegle.sharing.key.ClinicianKeys;
import aegle.sharing.key.GrantOpening;
import aegle.sharing.key.MemberTrust;
import aegle.sharing.link.IdentityLinks;
import aegle.sharing.link.IdentityLinks.LinkCandidate;
import aegle.sharing.link.LinkWay;
import aegle.sharing.request.AccessAsking;
import aegle.sharing.retrieval.CachedReading;
import aegle.sharing.retrieval.CipherFolder;
import aegle.sharing.retrieval.GrantedDocuments;
import aegle.sharing.retrieval.GrantedRecord;
import aegle.sharing.retrieval.GrantedRecords;
import aegle.sharing.retrieval.OwnerDocuments.DocumentReader;
import aegle.sharing.retrieval.RememberedLedger;
import aegle.sharing.upload.RecordUpload;
import aegle.sharing.upload.UploadJournal;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A clinician's use cases, put together as her program does it. */
final class ClinicianDesk implements AutoCloseable {
    final Member member;
    final X509Certificate certificate;
    final ClinicianKeys keys;
    final RecordLedger ledger;
    final RecordStore store;
    final SealedStore memory;
    final IdentityLinks links;
    final GrantedRecords records;
    final GrantedDocuments documents;
    final CachedReading cache;
    final RecordUpload upload;
    final AccessAsking asking;
    final List<PatientPseudonym> lateDenials = new ArrayList<>();
    private final Applicant applicant;
    private final RecordCipher cipher;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    private ClinicianDesk(Applicant applicant, X509Certificate certificate, Optional<Member> known)
            throws SharingException {
        var access = applicant.access();
        var folder = applicant.folder();
        this.applicant = applicant;
        this.certificate = certificate;
        this.memory = applicant.memory();
        this.keys = new ClinicianKeys(
                applicant.enrollment().application().orElseThrow().member(),
                applicant.signing(),
                applicant.encryption());
        this.ledger = new FabricRecordLedger(
                access.profile(), certificate, keys.signing(), access.clock(), access.deadlines());
        this.member = known.isPresent() ? known.get() : applicant.enrollment().confirm(ledger);
        this.store = new S3RecordStore(access.profile().stores());
        this.cipher = new RecordCipher(Participants.RANDOM, 2);
        var grants = new GrantOpening(ledger, store, memory, keys);
        this.links = new IdentityLinks(memory, access.clock());
        var listings = new RememberedLedger(ledger, memory, access.clock());
        this.records = new GrantedRecords(listings, grants, links, access.clock());
        this.cache = new CachedReading(
                ledger,
                memory,
                new CipherFolder(folder.resolve("cache"), store),
                new CachedReading.Surroundings(
                        access.clock(), Participants.RANDOM, executor, lateDenials::add, _ -> {}));
        this.documents = new GrantedDocuments(
                listings,
                store,
                memory,
                grants,
                cache,
                new DocumentReader(new MemberTrust(ledger, applicant.membership()), cipher),
                Participants.RANDOM);
        this.upload = uploadThrough(ledger, folder.resolve("outbox"));
        this.asking = new AccessAsking(ledger, access.clock(), Participants.RANDOM);
    }

    /** Her uploads by another way to the ledger. */
    RecordUpload uploadThrough(RecordLedger peer, Path outbox) {
        return new RecordUpload(
                peer,
                keys,
                new UploadJournal(peer, store, memory, keys.encryption(), Participants.RANDOM),
                outbox,
                new RecordUpload.Workshop(cipher, applicant.access().clock(), Participants.RANDOM));
    }

    static Applicant apply(
            NetworkAccess access,
            Path folder,
            SigningKeyPair signing,
            EncryptionKeyPair encryption,
            MspId hospital,
            ProfessionalData professional)
            throws SharingException {
        var applicant = Applicant.at(access, folder, signing, encryption, Bytes.of(Desk.memoryKey()));
        applicant
                .enrollment()
                .apply(hospital, EncryptionPublicKey.of(encryption.recipient().bytes()), professional);
        return applicant;
    }

    /** The same program, killed and started again: nothing is kept but its folder and the keys of its vault. */
    ClinicianDesk restarted() throws SharingException {
        leave();
        var again = applicant.again();
        return new ClinicianDesk(again, again.enrollment().collect().orElseThrow(), Optional.of(member));
    }

    /** Where fetched ciphertext lies. */
    Path cacheFolder() {
        return applicant.folder().resolve("cache");
    }

    /** The one patient who allows this clinician. */
    GrantedRecord onlyRecord() throws SharingException {
        return records.read().records().getFirst();
    }

    /** The record of one of the patients who allow this clinician. */
    GrantedRecord recordOf(PatientDesk patient) throws SharingException {
        return records.read().records().stream()
                .filter(record -> record.id().equals(patient.keys.pseudonym()))
                .findFirst()
                .orElseThrow();
    }

    /** Compare the six words with the patient, who is here. */
    void link(PatientDesk patient) throws SharingException {
        link(recordOf(patient), patient);
    }

    DocumentEntry upload(PatientDesk patient, Path file, DocumentCategory category) throws SharingException {
        return upload.upload(recordOf(patient), Drafts.of(file, category), TransferProgress.none());
    }

    /** The decrypted bytes of a document. */
    byte[] read(PatientDesk patient, DocumentEntry entry) throws SharingException {
        try (var opened = documents.open(recordOf(patient), entry, TransferProgress.none())) {
            return opened.content().clone();
        }
    }

    /** Compare the six words with the patient, who is here. */
    void link(GrantedRecord record, PatientDesk patient) throws SharingException {
        links.confirm(
                new LinkCandidate(
                        record.id(),
                        record.ownerKey(),
                        "N-4711",
                        LinkWay.WORDS_IN_PERSON,
                        member.professional().name()),
                patient.keys.linkWords().toString());
    }

    DocumentEntry upload(Path file, DocumentCategory category) throws SharingException {
        var draft = Drafts.of(file, category);
        return upload.upload(onlyRecord(), draft, TransferProgress.none());
    }

    @Override
    public void close() {
        leave();
        keys.close();
    }

    private void leave() {
        executor.shutdown();
        ledger.close();
        store.close();
        memory.close();
        applicant.membership().close();
    }

    /** Somebody who has applied and waits for the officers. */
    record Applicant(
            NetworkAccess access,
            Path folder,
            SigningKeyPair signing,
            EncryptionKeyPair encryption,
            Bytes memoryKey,
            MembershipDirectory membership,
            SealedStore memory,
            ClinicianEnrollment enrollment) {

        private static Applicant at(
                NetworkAccess access,
                Path folder,
                SigningKeyPair signing,
                EncryptionKeyPair encryption,
                Bytes memoryKey) {
            var membership = new HttpMembershipDirectory(access.profile(), access.clock(), Participants.RANDOM);
            var memory = SqliteSealedStore.open(
                    Desk.made(folder).resolve("memory.sqlite"), memoryKey.toByteArray(), Participants.RANDOM);
            var enrollment = new ClinicianEnrollment(
                    new ClinicianEnrollment.Surroundings(
                            access.profile().network(), access.clock(), Participants.RANDOM),
                    membership,
                    memory,
                    signing);
            return new Applicant(access, folder, signing, encryption, memoryKey, membership, memory, enrollment);
        }

        private Applicant again() {
            return at(access, folder, signing, encryption, memoryKey);
        }

        ClinicianDesk join() throws SharingException {
            return new ClinicianDesk(this, enrollment.collect().orElseThrow(), Optional.empty());
        }
    }
}
