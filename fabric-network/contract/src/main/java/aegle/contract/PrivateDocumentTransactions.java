// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.call.DocumentCalls.AddPrivateDocument;
import aegle.record.call.DocumentCalls.ListPrivateDocuments;
import aegle.record.call.DocumentCalls.PrivatePage;
import aegle.record.call.DocumentCalls.RemovePrivateDocument;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.metadata.PrivateEntry;
import java.util.Optional;

/** The patient's own files, which nobody else is ever told of. */
final class PrivateDocumentTransactions {

    void register(CallTable table) {
        table.add(AddPrivateDocument.class, PrivateDocumentTransactions::add)
                .add(RemovePrivateDocument.class, PrivateDocumentTransactions::remove)
                .add(ListPrivateDocuments.class, PrivateDocumentTransactions::list);
    }

    private static PrivateEntry add(AddPrivateDocument call, Invocation invocation) {
        invocation.openRecord(call.record());
        LedgerKey key = LedgerKey.privateDocument(call.record(), call.document());
        if (invocation.operations().isRepeated(OperationLog.ofOwner(call.record()), call.factId())) {
            return find(key, invocation);
        }
        RefusedException.unless(
                call.objects().isPrivate(),
                LedgerErrorCode.OBJECT_NOT_ALLOWED,
                "a private file has a private body, envelope and label");
        new ObjectRegister(invocation.ledger()).name(call.record(), call.objects());
        invocation.operations().remember(OperationLog.ofOwner(call.record()), call.factId());
        return write(
                key,
                new PrivateEntry(
                        call.document(),
                        call.record(),
                        call.commitment(),
                        call.objects(),
                        invocation.time(),
                        Optional.empty(),
                        1),
                invocation);
    }

    private static PrivateEntry remove(RemovePrivateDocument call, Invocation invocation) {
        invocation.openRecord(call.record());
        LedgerKey key = LedgerKey.privateDocument(call.record(), call.document());
        PrivateEntry entry = find(key, invocation);
        if (invocation.operations().isRepeatedChange(key, entry.version(), call.version())) {
            return entry;
        }
        RefusedException.unless(
                entry.removedAt().isEmpty(),
                LedgerErrorCode.DOCUMENT_UNKNOWN,
                "private file " + call.document() + " is removed already");
        new ObjectRegister(invocation.ledger()).withdraw(call.record(), entry.objects());
        invocation.operations().rememberChange(key);
        return write(key, entry.removed(invocation.time()), invocation);
    }

    private static PrivatePage list(ListPrivateDocuments call, Invocation invocation) {
        var page = invocation
                .ledger()
                .page(PrivateEntry.class, LedgerKey.privateDocuments(call.record()), call.pageSize(), call.bookmark());
        return new PrivatePage(page.facts(), page.bookmark());
    }

    private static PrivateEntry find(LedgerKey key, Invocation invocation) {
        return invocation
                .ledger()
                .find(PrivateEntry.class, key)
                .orElseThrow(() -> new RefusedException(LedgerErrorCode.DOCUMENT_UNKNOWN, "no such private file"));
    }

    private static PrivateEntry write(LedgerKey key, PrivateEntry entry, Invocation invocation) {
        invocation.ledger().put(key, entry);
        invocation.announce(entry.record().value());
        return entry;
    }
}
