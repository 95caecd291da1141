// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

/** Bytes that cannot be shown as a PDF, with the reason. */
final class UnreadablePdfException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    UnreadablePdfException(Reason reason) {
        super("no readable PDF: " + reason);
        this.reason = reason;
    }

    UnreadablePdfException(Reason reason, Throwable cause) {
        super("no readable PDF: " + reason, cause);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    /** Why it cannot be shown. */
    enum Reason {
        NOT_A_PDF,
        DAMAGED,
        /** Reading or drawing it takes more time or memory than {@link PdfLimits} allow. */
        TOO_COMPLEX,
        ENCRYPTED,
        CLOSED
    }
}
