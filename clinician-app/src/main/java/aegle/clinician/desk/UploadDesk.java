// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.desk;

import aegle.crypto.Digest;
import aegle.record.PatientPseudonym;
import aegle.record.metadata.DocumentEntry;
import aegle.sharing.SharingException;
import aegle.sharing.TransferProgress;
import aegle.sharing.retrieval.GrantedRecord;
import aegle.sharing.upload.DocumentDraft;
import aegle.sharing.upload.PendingUpload;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the windows ask for about adding documents. All calls block. */
public interface UploadDesk {

    DocumentEntry upload(GrantedRecord record, DocumentDraft draft, TransferProgress progress) throws SharingException;

    /** Uploads that were begun and are not on the ledger yet. */
    List<PendingUpload> pending();

    DocumentEntry resume(PendingUpload pending, TransferProgress progress) throws SharingException;

    void discard(PendingUpload pending) throws SharingException;

    /** Tells whether this content was added to this record from this computer before. */
    boolean wasUploaded(PatientPseudonym record, Digest content);

    void rememberUploaded(PatientPseudonym record, Digest content);

    /** The folder where the hospital's system puts its exports. */
    Optional<Path> exportFolder();

    void chooseExportFolder(Path folder);

    /** Remember, sealed, the files that wait to be added. */
    void keepWaiting(List<WaitingFile> files);

    /** The files that were kept last, once. */
    List<WaitingFile> takeWaiting();
}
