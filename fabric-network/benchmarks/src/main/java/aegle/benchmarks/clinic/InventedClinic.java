// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks.clinic;

import aegle.benchmarks.contract.CopyFacts;
import aegle.record.AccessId;
import aegle.record.Bytes;
import aegle.record.PermissionId;
import aegle.record.call.DocumentCalls.OpenDocument;
import aegle.record.metadata.DocumentEntry;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.RecordLedger;
import aegle.sharing.SharingException;
import aegle.sharing.retrieval.GrantedRecord;
import aegle.sharing.upload.DocumentDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A patient, a clinician whom she lets in, and one document of hers in the stores: what the contract's calls are measured with.
 * Everybody is invented, and the document is noise.
 */
public final class InventedClinic implements AutoCloseable {
    /** The document's length in bytes. */
    public static final int DOCUMENT_BYTES = 1 << 20;

    private static final int COPIES_IN_A_CALL = 500;

    private final SecureRandom random = new SecureRandom();
    private final InventedPatient patient;
    private final InventedClinician clinician;
    private final List<RecordLedger> ledgers = new ArrayList<>();
    private final PermissionId permission;
    private final GrantedRecord record;
    private final DocumentEntry document;

    private final Path folder;
    private Optional<DocumentEntry> uploaded = Optional.empty();

    private InventedClinic(ConnectionProfile profile, InventedPatient patient, InventedClinician clinician, Path folder)
            throws SharingException, IOException {
        this.folder = folder;
        this.patient = patient;
        this.clinician = clinician;
        this.permission = patient.allow(clinician.member()).id();
        clinician.link(patient);
        this.record = clinician.record();
        this.document = clinician.upload(record, draft(noise(DOCUMENT_BYTES)));
        for (int i = 0; i < profile.peers().size(); i++) {
            ledgers.add(clinician.ledger(seenFrom(profile, i)));
        }
    }

    /**
     * Enroll both on a network whose officers approve by themselves, and upload the document.
     *
     * @param folder where both programs keep what is theirs
     */
    public static InventedClinic open(ConnectionProfile profile, Path folder) throws SharingException, IOException {
        var patient = new InventedPatient(profile, folder.resolve("patient"));
        var clinician = InventedClinician.enroll(profile, folder.resolve("clinician"));
        return new InventedClinic(profile, patient, clinician, folder);
    }

    /** So many bytes that say nothing. */
    public byte[] noise(int length) {
        var content = new byte[length];
        random.nextBytes(content);
        return content;
    }

    /** What the clinician is asked before she uploads this as a file. */
    public DocumentDraft draft(byte... content) throws IOException {
        return InventedClinician.draft(Files.write(folder.resolve("noise.pdf"), content));
    }

    /** Upload a document as the program does it. */
    public void upload(DocumentDraft draft) throws SharingException {
        uploaded = Optional.of(clinician.upload(record, draft));
    }

    /** Open the document that was uploaded last. */
    public byte[] openUploaded() throws SharingException {
        return clinician.open(record, uploaded.orElseThrow());
    }

    private static ConnectionProfile seenFrom(ConnectionProfile profile, int peer) {
        var peers = new ArrayList<>(profile.peers());
        Collections.rotate(peers, -peer);
        return new ConnectionProfile(
                profile.name(),
                profile.kind(),
                profile.networkId(),
                profile.channel(),
                profile.contract(),
                peers,
                profile.membership(),
                profile.membershipRoots(),
                profile.stores());
    }

    /** The clinician's connections to the ledger, one through each hospital's peer, the own hospital's first. */
    public List<RecordLedger> ledgers() {
        return List.copyOf(ledgers);
    }

    /** A new call for a permit to open the document: the contract's most frequent transaction. */
    public OpenDocument opening() {
        return new OpenDocument(record.id(), document.id(), AccessId.random(random), Optional.of(permission));
    }

    /** Make the program forget what it has of the document, so that the next opening is a first one. */
    public void forget() {
        clinician.forget(record);
    }

    /** Open the document as the program does: permit, addresses, fetching, verifying, decrypting. */
    public void open() throws SharingException {
        int length = clinician.open(record, document).length;
        if (length != DOCUMENT_BYTES) {
            throw new IllegalStateException("a document of " + length + " bytes was opened");
        }
    }

    /** Lists the newest of the patient's documents, as many as a window shows at once, and tells how many there are. */
    public int listNewest() throws SharingException {
        return clinician.list(record, true);
    }

    /** Lists all of the patient's documents, and tells how many there are. */
    public int listAll() throws SharingException {
        return clinician.list(record, false);
    }

    /** Add copies of the document's facts to the record until it has so many documents. */
    public void fillRecord(int documents) throws SharingException {
        String number = document.id().hex();
        String pseudonym = record.id().hex();
        String category = document.category().name();
        copy(
                documents - 1,
                List.of(document.id().value()),
                CopyFacts.key("document", pseudonym, number),
                CopyFacts.key("category-document", pseudonym, category, newestFirst(document), number));
    }

    /** Add copies of the record, each with a permission of its own and the document, until there are so many. */
    public void fillLedger(int records) throws SharingException {
        String pseudonym = record.id().hex();
        copy(
                records - 1,
                List.of(record.id().value(), permission.value(), document.id().value()),
                CopyFacts.key("record", pseudonym),
                CopyFacts.key("permission", permission.hex()),
                CopyFacts.key("document", pseudonym, document.id().hex()));
    }

    private static String newestFirst(DocumentEntry document) {
        return HexFormat.of().toHexDigits(Long.MAX_VALUE - document.recordedAt().toEpochMilli());
    }

    private void copy(int copies, List<Bytes> numbers, Bytes... keys) throws SharingException {
        RecordLedger ledger = ledgers.getFirst();
        for (int first = 0; first < copies; first += COPIES_IN_A_CALL) {
            int count = Math.min(COPIES_IN_A_CALL, copies - first);
            ledger.submit(new CopyFacts(List.of(keys), numbers, first, count));
        }
    }

    @Override
    public void close() {
        ledgers.forEach(RecordLedger::close);
        clinician.close();
        patient.close();
    }
}
