// SPDX-License-Identifier: Apache-2.0

package aegle.sharing;

/** A transaction was ordered and found invalid; it has changed nothing. */
public final class TransactionRejectedException extends SharingException {
    private static final long serialVersionUID = 1L;

    private final String transactionId;
    private final String validationCode;

    public TransactionRejectedException(String transactionId, String validationCode) {
        super("transaction " + transactionId + " was rejected: " + validationCode);
        this.transactionId = transactionId;
        this.validationCode = validationCode;
    }

    public String transactionId() {
        return transactionId;
    }

    public String validationCode() {
        return validationCode;
    }
}
