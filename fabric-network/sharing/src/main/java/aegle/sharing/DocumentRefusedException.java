// SPDX-License-Identifier: Apache-2.0

package aegle.sharing;

/** A file that cannot become a document of the record. The others go on. */
public final class DocumentRefusedException extends SharingException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public DocumentRefusedException(Reason reason) {
        super("the file is refused: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why a file is refused. */
    public enum Reason {
        EMPTY,
        NOT_A_PDF,
        DAMAGED,
        ENCRYPTED,
        TOO_LARGE,
        NOT_READABLE,
        /** It is not the file any more that was looked at. */
        CHANGED,
        /** It could be read, but its sealed copy cannot be written: this computer's disk is full, or must not be written. */
        NO_ROOM
    }
}
