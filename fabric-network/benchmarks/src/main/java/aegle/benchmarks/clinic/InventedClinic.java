// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks.clinic;

import aegle.record.AccessId;
import aegle.record.PermissionId;
import aegle.record.call.DocumentCalls.OpenDocument;
import aegle.record.metadata.DocumentEntry;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.RecordLedger;
import aegle.sharing.SharingException;
import aegle.sharing.retrieval.GrantedRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A patient, a clinician whom she lets in, and one document of hers in the stores: what the contract's calls are measured with.
 * Everybody is invented, and the document is noise.
 */
public final class InventedClinic implements AutoCloseable {
    /** The document's length in bytes. */
    public static final int DOCUMENT_BYTES = 1 << 20;

    private final SecureRandom random = new SecureRandom();
    private final InventedPatient patient;
    private final InventedClinician clinician;
    private final List<RecordLedger> ledgers = new ArrayList<>();
    private final PermissionId permission;
    private final GrantedRecord record;
    private final DocumentEntry document;

    private InventedClinic(ConnectionProfile profile, InventedPatient patient, InventedClinician clinician, Path folder)
            throws SharingException, IOException {
        this.patient = patient;
        this.clinician = clinician;
        this.permission = patient.allow(clinician.member()).id();
        clinician.link(patient);
        this.document = clinician.upload(noise(folder));
        this.record = clinician.record();
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

    private Path noise(Path folder) throws IOException {
        var content = new byte[DOCUMENT_BYTES];
        random.nextBytes(content);
        return Files.write(folder.resolve("noise.pdf"), content);
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
        int length = clinician.open(record, document);
        if (length != DOCUMENT_BYTES) {
            throw new IllegalStateException("a document of " + length + " bytes was opened");
        }
    }

    @Override
    public void close() {
        ledgers.forEach(RecordLedger::close);
        clinician.close();
        patient.close();
    }
}
