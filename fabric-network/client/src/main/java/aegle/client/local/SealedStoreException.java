// SPDX-License-Identifier: Apache-2.0

package aegle.client.local;

/** The program's memory on disk cannot be used; the reason says what a person can do. Names no entry and no content. */
public final class SealedStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    SealedStoreException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    SealedStoreException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why it cannot be used. */
    public enum Reason {
        /** Another process has it open: close the other window first. */
        IN_USE,
        /** It was sealed with another key: it belongs to another vault. */
        OTHER_KEY,
        /** It was written by a newer program. */
        NEWER_FORMAT,
        /** It is no such file, or an entry has been altered. */
        DAMAGED,
        /** The disk is full or fails. */
        DISK
    }
}
