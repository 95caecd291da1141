// SPDX-License-Identifier: Apache-2.0

package aegle.record.call;

import aegle.record.AccessId;
import aegle.record.Bytes;
import aegle.record.ContentCommitment;
import aegle.record.DocumentId;
import aegle.record.PatientPseudonym;
import aegle.record.PermissionId;
import aegle.record.access.AccessEvent;
import aegle.record.command.SignedStatement.DocumentSubject;
import aegle.record.command.TaggedSignature;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.metadata.PrivateEntry;
import aegle.record.metadata.StoredDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The calls about documents: adding, listing, opening, countersigning, and the patient's private files. */
public interface DocumentCalls {

    /** Add a document whose objects already lie in the store. Answers the first result if it is repeated. */
    record AddDocument(
            PermissionId permission,
            DocumentSubject subject,
            int epoch,
            TaggedSignature uploaderSignature,
            StoredDocument objects)
            implements Transaction<DocumentEntry> {}

    /** The patient's signature under a document that she has opened and checked. */
    record CountersignDocument(
            PatientPseudonym record, DocumentId document, TaggedSignature countersignature, long version)
            implements OwnerCall<DocumentEntry> {
        @Override
        public Bytes factId() {
            return document.value();
        }

        @Override
        public long factVersion() {
            return version;
        }
    }

    /**
     * Ask to open a document. On a document that exists this always commits: as a permit, which for two minutes lets the gate
     * hand out its objects, or as a denial, which the patient sees.
     *
     * @param permission the permission to rely on; empty if the caller has none
     */
    record OpenDocument(
            PatientPseudonym record, DocumentId document, AccessId access, Optional<PermissionId> permission)
            implements Transaction<AccessEvent> {}

    /** Tell of a document that was opened from the sealed cache while the ledger did not answer. */
    record RecordCachedOpen(
            PatientPseudonym record, DocumentId document, AccessId access, PermissionId permission, Instant openedAt)
            implements Transaction<AccessEvent> {}

    /** The owner's list of one category, newest first. */
    record ListDocuments(PatientPseudonym record, DocumentCategory category, int pageSize, String bookmark)
            implements OwnerCall<DocumentPage> {
        @Override
        public boolean isEvaluated() {
            return true;
        }
    }

    /**
     * A grantee's list of one category: what she may read, or has uploaded herself, newest first; of a permission on just these
     * documents, they in its order.
     */
    record ListGrantedDocuments(
            PatientPseudonym record, PermissionId permission, DocumentCategory category, int pageSize, String bookmark)
            implements Query<DocumentPage> {}

    /** A page of documents; an empty bookmark ends the list. A page may hold fewer entries than asked for. */
    record DocumentPage(List<DocumentEntry> documents, String bookmark) {}

    /** Keep a file of the patient's own. */
    record AddPrivateDocument(
            PatientPseudonym record, DocumentId document, ContentCommitment commitment, StoredDocument objects)
            implements OwnerCall<PrivateEntry> {
        @Override
        public Bytes factId() {
            return document.value();
        }
    }

    /** Remove a file of the patient's own; its objects are never handed out again. */
    record RemovePrivateDocument(PatientPseudonym record, DocumentId document, long version)
            implements OwnerCall<PrivateEntry> {
        @Override
        public Bytes factId() {
            return document.value();
        }

        @Override
        public long factVersion() {
            return version;
        }
    }

    /** The owner's list of her own files. */
    record ListPrivateDocuments(PatientPseudonym record, int pageSize, String bookmark)
            implements OwnerCall<PrivatePage> {
        @Override
        public boolean isEvaluated() {
            return true;
        }
    }

    /** A page of private files; an empty bookmark ends the list. */
    record PrivatePage(List<PrivateEntry> documents, String bookmark) {}
}
