// SPDX-License-Identifier: Apache-2.0

package aegle.sharing;

/** A transaction is on its way and its outcome is not known yet: it is being saved, not failed. */
public final class OperationPendingException extends SharingException {
    private static final long serialVersionUID = 1L;

    private final String transactionId;

    public OperationPendingException(String transactionId, Throwable cause) {
        super("the outcome of transaction " + transactionId + " is not known yet", cause);
        this.transactionId = transactionId;
    }

    public String transactionId() {
        return transactionId;
    }
}
