// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import aegle.record.call.RecordCalls.RecordView;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Permission;
import aegle.sharing.SharingException;
import aegle.sharing.activity.AccessHistory.History;
import aegle.sharing.privatefile.ListedPrivateFile;
import java.util.List;

/** Everything that the ledger says of one record, to be compared before and after an attack. */
record RecordListing(
        RecordView view,
        List<Permission> permissions,
        List<DocumentEntry> documents,
        List<String> files,
        History history) {

    static RecordListing of(PatientDesk owner) throws SharingException {
        return new RecordListing(
                owner.owned.find(),
                owner.permissions.permissions(),
                owner.documents.entries(),
                owner.privateFiles.list().stream().map(ListedPrivateFile::name).toList(),
                owner.history.read());
    }
}
