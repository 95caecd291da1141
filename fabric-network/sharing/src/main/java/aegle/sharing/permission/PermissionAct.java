// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.permission;

import aegle.record.permission.Permission;
import aegle.sharing.OperationPendingException;
import aegle.sharing.SharingException;

/** What a patient does to a permission on the ledger. */
@FunctionalInterface
interface PermissionAct {
    Permission carryOut() throws SharingException;

    /** Carry it out; if it has certainly changed nothing on the ledger, undo what was prepared here. */
    default Permission orElse(Runnable undo) throws SharingException {
        try {
            return carryOut();
        } catch (OperationPendingException e) {
            throw e;
        } catch (SharingException e) {
            undo.run();
            throw e;
        }
    }
}
