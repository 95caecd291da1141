// SPDX-License-Identifier: Apache-2.0

package aegle.record.call;

import aegle.record.CiphertextDigest;
import aegle.record.DocumentId;
import aegle.record.PatientPseudonym;
import aegle.record.PermissionId;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.StoredObject;
import java.time.Instant;
import java.util.List;

/**
 * The store's gate: evaluated calls that answer with presigned URLs for exactly one object and method. Our programs never submit
 * them; who does puts a URL of his own right into a block for the minute that it lives.
 */
public interface StoreCalls {

    /** Put a body, envelope or label under a fresh name; needs the right to write in that category now. */
    record UploadUrls(PatientPseudonym record, PermissionId permission, DocumentCategory category, StoredObject object)
            implements Query<StoreUrls> {}

    /** Look after one's own upload that the ledger does not know yet (HEAD): has it arrived? */
    record UploadStatusUrls(
            PatientPseudonym record, PermissionId permission, DocumentCategory category, ObjectKey object)
            implements Query<StoreUrls> {}

    /**
     * Get a document's body or envelope (after a permit of less than two minutes), or its label (by the right to read alone).
     */
    record DocumentUrls(PatientPseudonym record, PermissionId permission, DocumentId document, ObjectKey object)
            implements Query<StoreUrls> {}

    /** Get the grant that was sealed to the caller. */
    record GrantUrls(PatientPseudonym record, PermissionId permission) implements Query<StoreUrls> {}

    /** The owner puts a grant, a private file's object or a recovery snapshot. */
    record OwnerUploadUrls(PatientPseudonym record, StoredObject object) implements OwnerCall<StoreUrls> {
        @Override
        public boolean isEvaluated() {
            return true;
        }
    }

    /** The owner looks after an upload of hers that the ledger does not know yet (HEAD). */
    record OwnerUploadStatusUrls(PatientPseudonym record, ObjectKey object) implements OwnerCall<StoreUrls> {
        @Override
        public boolean isEvaluated() {
            return true;
        }
    }

    /** The owner gets any object that the ledger names in her record. */
    record OwnerDownloadUrls(PatientPseudonym record, ObjectKey object) implements OwnerCall<StoreUrls> {
        @Override
        public boolean isEvaluated() {
            return true;
        }
    }

    /** One URL per configured store. */
    record StoreUrls(List<StoreUrl> urls, Instant expires) {}

    /** A presigned URL, and the headers that must be sent with it exactly as they are. Whoever has the URL may use it. */
    record StoreUrl(String store, String method, String url, List<Header> headers) {
        @Override
        public String toString() {
            return "StoreUrl[" + method + " at " + store + "]";
        }
    }

    /** A header that the signature covers. */
    record Header(String name, String value) {}

    /** The checksum header's value for a digest: what the store compares the bytes with. */
    static Header checksum(CiphertextDigest digest) {
        return new Header(
                "x-amz-checksum-sha256",
                java.util.Base64.getEncoder().encodeToString(digest.value().toByteArray()));
    }
}
