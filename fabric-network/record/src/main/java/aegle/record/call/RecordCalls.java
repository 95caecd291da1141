// SPDX-License-Identifier: Apache-2.0

package aegle.record.call;

import aegle.record.Bytes;
import aegle.record.CategoryKey;
import aegle.record.PatientPseudonym;
import aegle.record.PatientRecord;
import aegle.record.PermissionId;
import aegle.record.SigningPublicKey;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.StoredObject;
import java.util.List;
import java.util.Optional;

/** The calls about a record as a whole and the keys of its categories. */
public interface RecordCalls {

    /** Open a record with its owner's key and epoch 0 of every category. The command is signed with that same key. */
    record OpenRecord(PatientPseudonym record, SigningPublicKey ownerKey, List<CategoryKey> categoryKeys)
            implements OwnerCall<PatientRecord> {}

    /** The owner's look at her own record. */
    record FindRecord(PatientPseudonym record) implements OwnerCall<RecordView> {
        @Override
        public boolean isEvaluated() {
            return true;
        }
    }

    /** A grantee's look: what a writer needs to seal, and whether the record is open. */
    record FindGrantedRecord(PatientPseudonym record, PermissionId permission) implements Query<RecordView> {}

    /** A record and its categories' current keys; a grantee sees the categories of the permission only. */
    record RecordView(PatientRecord record, List<CategoryKey> categoryKeys) {}

    /**
     * Move a category's key on after a revocation or an expiry, and register the grants sealed anew for those who remain. The
     * first page moves the key; a page whose key already stands only registers grants.
     */
    record AdvanceEpoch(PatientPseudonym record, CategoryKey next, List<GrantRenewal> renewals)
            implements OwnerCall<CategoryKey> {
        @Override
        public long factVersion() {
            return next.epoch() - 1L;
        }
    }

    /** A remaining permission's new sealed grant. */
    record GrantRenewal(PermissionId permission, StoredObject grant) {}

    /** Close the record for good: every permission ends, nothing is opened any more. */
    record CloseRecord(PatientPseudonym record, long version) implements OwnerCall<PatientRecord> {
        @Override
        public long factVersion() {
            return version;
        }
    }

    /**
     * Bury an operation number that has not committed, so that what arrives later with it is refused
     * ({@code OPERATION_CANCELLED}). The scope is the record.
     */
    record CancelOperation(PatientPseudonym record, Bytes operation) implements OwnerCall<Cancellation> {
        @Override
        public Bytes factId() {
            return operation;
        }
    }

    /** The same for a clinician's upload or request in that record. */
    record CancelUpload(PatientPseudonym record, Bytes operation) implements Transaction<Cancellation> {}

    /** The tombstone. */
    record Cancellation(PatientPseudonym record, Bytes operation) {}

    /** The categories that a record must be opened with. */
    static List<DocumentCategory> categories() {
        return List.of(DocumentCategory.values());
    }

    /** The current key of a category in a view, if the caller may see it. */
    static Optional<CategoryKey> categoryKey(RecordView view, DocumentCategory category) {
        return view.categoryKeys().stream()
                .filter(key -> key.category() == category)
                .findFirst();
    }
}
