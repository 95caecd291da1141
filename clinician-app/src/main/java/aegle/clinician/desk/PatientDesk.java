// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.desk;

import aegle.record.PatientPseudonym;
import aegle.record.access.AccessRequest;
import aegle.record.member.Member;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Permission;
import aegle.sharing.AccessDeniedException;
import aegle.sharing.IdentityNotConfirmedException;
import aegle.sharing.SharingException;
import aegle.sharing.TransferProgress;
import aegle.sharing.link.IdentityLink;
import aegle.sharing.link.LinkWay;
import aegle.sharing.request.HandOverCode;
import aegle.sharing.retrieval.DocumentReference;
import aegle.sharing.retrieval.GrantedRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the windows ask for about patients and their documents. All calls block; the boundary at which tests of windows stand in for
 * the network.
 */
public interface PatientDesk {

    /** Everybody who allows this clinician now or allowed her before. */
    PatientOverview patients() throws SharingException;

    /**
     * Tell the documents that may be read, and the clinician's own uploads; newest first, portion by portion.
     *
     * @param portions gets each portion, and tells whether it wants another
     */
    void documents(GrantedRecord record, Predicate<List<PatientDocument>> portions) throws SharingException;

    /**
     * Ask the ledger, fetch, verify, open.
     *
     * @throws AccessDeniedException if the ledger denies
     */
    ReadDocument open(GrantedRecord record, DocumentEntry entry, TransferProgress progress) throws SharingException;

    /** Ask the ledger for a document that is not in any list; it answers with a denial, which the patient sees. */
    AccessDeniedException denied(DocumentReference reference, Optional<Permission> permission) throws SharingException;

    /**
     * Confirm that the record is that of the person with this number at the hospital.
     *
     * @throws IdentityNotConfirmedException if the words are not this record's
     */
    IdentityLink confirmIdentity(GrantedRecord record, String words, String hospitalNumber, LinkWay way)
            throws IdentityNotConfirmedException;

    /** Read a hand-over code of this network. */
    Optional<HandOverCode> handOverCode(String text);

    AccessRequest ask(HandOverCode code, AccessWish wish) throws SharingException;

    /** The clinician's own requests, newest first. */
    List<AccessRequest> requests() throws SharingException;

    /** The clinician herself, as the directory has her. */
    Member self() throws SharingException;

    /** When this patient's documents were last looked at on this computer. */
    Optional<Instant> lastVisit(PatientPseudonym record);

    void visited(PatientPseudonym record);
}
