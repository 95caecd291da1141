// SPDX-License-Identifier: Apache-2.0

package aegle.record.codec;

/** Bytes that are not what they should be: foreign, damaged, oversized, or of a format version that this program is too old for. */
public final class LedgerFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    private final LedgerErrorCode code;

    public LedgerFormatException(LedgerErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    public LedgerFormatException(LedgerErrorCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public LedgerErrorCode code() {
        return code;
    }
}
