// SPDX-License-Identifier: Apache-2.0

package aegle.sharing;

/** Something that keeps a step of the protocol from being done; each kind is something else that a person can do about it. */
public abstract sealed class SharingException extends Exception
        permits AccessDeniedException,
                DocumentRefusedException,
                IdentityNotConfirmedException,
                LedgerRefusalException,
                LedgerUnavailableException,
                MembershipRefusalException,
                MembershipUnavailableException,
                OperationPendingException,
                ProgramTooOldException,
                RecordIntegrityException,
                RecordKeyMissingException,
                StoreUnavailableException,
                TransactionRejectedException {
    private static final long serialVersionUID = 1L;

    SharingException(String message) {
        super(message);
    }

    SharingException(String message, Throwable cause) {
        super(message, cause);
    }
}
