// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.DocumentId;
import aegle.record.PatientPseudonym;
import aegle.record.PatientRecord;
import aegle.record.call.DocumentCalls.DocumentPage;
import aegle.record.call.DocumentCalls.ListDocuments;
import aegle.record.call.DocumentCalls.ListGrantedDocuments;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.member.Member;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Permission;
import aegle.record.permission.Right;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Lists of clinical documents, newest first. A grantee sees the categories that she may read, or just the documents that she was
 * given, or, with the right to write alone, what she has uploaded herself.
 */
final class DocumentLists {
    private final MemberPolicy members;
    private final PermissionPolicy permissions;

    DocumentLists(MemberPolicy members, PermissionPolicy permissions) {
        this.members = members;
        this.permissions = permissions;
    }

    void register(CallTable table) {
        table.add(ListDocuments.class, this::list).add(ListGrantedDocuments.class, this::listGranted);
    }

    private DocumentPage list(ListDocuments call, Invocation invocation) {
        LedgerKey index = LedgerKey.documentsOfCategory(call.record(), call.category());
        return page(call.record(), index, call.pageSize(), call.bookmark(), invocation);
    }

    private DocumentPage listGranted(ListGrantedDocuments call, Invocation invocation) {
        Member member = members.requireClinician(invocation);
        PatientRecord record = invocation.record(call.record());
        var permission = invocation.permission(call.record(), call.permission());
        var access = WantedAccess.toRecord(record, member, permission, invocation.time());
        boolean writesOnly = permissions.refusal(access.to(Right.READ, call.category())).stream()
                .anyMatch(LedgerErrorCode.RIGHT_MISSING::equals);
        permissions.require(access.to(writesOnly ? Right.WRITE : Right.READ, call.category()));
        List<DocumentId> justThese = permission
                .map(Permission::scope)
                .map(scope -> scope.documents())
                .orElse(List.of());
        if (!justThese.isEmpty()) {
            return pageOf(justThese, call, invocation);
        }
        LedgerKey index = writesOnly
                ? LedgerKey.uploads(call.record(), member.id(), call.category())
                : LedgerKey.documentsOfCategory(call.record(), call.category());
        return page(call.record(), index, call.pageSize(), call.bookmark(), invocation);
    }

    private static DocumentPage page(
            PatientPseudonym record, LedgerKey index, int size, String bookmark, Invocation invocation) {
        var page = invocation
                .ledger()
                .indexedPage(
                        index,
                        size,
                        bookmark,
                        attributes -> document(record, DocumentId.ofHex(attributes.getLast()), invocation));
        return new DocumentPage(page.facts(), page.bookmark());
    }

    private static DocumentPage pageOf(List<DocumentId> documents, ListGrantedDocuments call, Invocation invocation) {
        LedgerState.requirePageSize(call.pageSize());
        int start = call.bookmark().isEmpty() ? 0 : position(call.bookmark(), documents);
        int end = Math.min(documents.size(), start + call.pageSize());
        List<DocumentEntry> entries = IntStream.range(start, end)
                .mapToObj(documents::get)
                .flatMap(document -> document(call.record(), document, invocation).stream())
                .filter(entry -> entry.category() == call.category())
                .toList();
        return new DocumentPage(
                entries, end < documents.size() ? documents.get(end).hex() : "");
    }

    private static int position(String bookmark, List<DocumentId> documents) {
        int position = documents.stream().map(DocumentId::hex).toList().indexOf(bookmark);
        RefusedException.unless(position >= 0, LedgerErrorCode.ARGUMENT_MALFORMED, "not a bookmark of this list");
        return position;
    }

    private static Optional<DocumentEntry> document(
            PatientPseudonym record, DocumentId document, Invocation invocation) {
        return invocation.ledger().find(DocumentEntry.class, LedgerKey.document(record, document));
    }
}
