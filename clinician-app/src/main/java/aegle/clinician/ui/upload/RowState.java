// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui.upload;

/** How far one file is. */
public enum RowState {
    /** The file is being read. */
    CHECKING,
    /** The file cannot become a document. */
    REFUSED,
    /** Something must be chosen, checked or cleared up first. */
    ATTENTION,
    READY,
    UPLOADING,
    /** On its way; the ledger has not said yet whether it took it. */
    SAVING,
    DONE,
    FAILED;

    /** Tells whether what is proposed may still be changed. */
    public boolean isEditable() {
        return this == ATTENTION || this == READY || this == FAILED;
    }
}
