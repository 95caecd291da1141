// SPDX-License-Identifier: Apache-2.0

package aegle.sharing;

/** Something is not what the ledger vouches for. What it is about is never shown. */
public final class RecordIntegrityException extends SharingException {
    private static final long serialVersionUID = 1L;

    private final IntegrityCheck check;

    public RecordIntegrityException(IntegrityCheck check) {
        super("a check failed: " + check);
        this.check = check;
    }

    public RecordIntegrityException(IntegrityCheck check, Throwable cause) {
        super("a check failed: " + check, cause);
        this.check = check;
    }

    public IntegrityCheck check() {
        return check;
    }
}
