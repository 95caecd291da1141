// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.AccessId;
import aegle.record.CategoryKey;
import aegle.record.DocumentId;
import aegle.record.PatientPseudonym;
import aegle.record.PatientRecord;
import aegle.record.access.AccessEvent;
import aegle.record.access.AccessKind;
import aegle.record.call.DocumentCalls.AddDocument;
import aegle.record.call.DocumentCalls.CountersignDocument;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.command.SignedStatement;
import aegle.record.command.SignedStatement.DocumentSubject;
import aegle.record.member.Member;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Right;
import java.time.Duration;
import java.util.Optional;

/** How clinical documents come into a record: a clinician adds, the patient countersigns. */
final class DocumentTransactions {
    private final MemberPolicy members;
    private final PermissionPolicy permissions;
    private final Duration clockTolerance;

    DocumentTransactions(MemberPolicy members, PermissionPolicy permissions, Duration clockTolerance) {
        this.members = members;
        this.permissions = permissions;
        this.clockTolerance = clockTolerance;
    }

    void register(CallTable table) {
        table.add(AddDocument.class, this::add).add(CountersignDocument.class, this::countersign);
    }

    private DocumentEntry add(AddDocument call, Invocation invocation) {
        Member member = members.requireClinician(invocation);
        DocumentSubject subject = call.subject();
        PatientRecord record = invocation.record(subject.record());
        String scope = OperationLog.ofMember(record.id(), member.id());
        if (invocation.operations().isRepeated(scope, subject.document().value())) {
            return find(record.id(), subject.document(), invocation);
        }
        var permission = invocation.permission(record.id(), call.permission());
        permissions.require(WantedAccess.toRecord(record, member, permission, invocation.time())
                .to(Right.WRITE, subject.category()));
        requireSound(call, member, invocation);
        requireCurrentEpoch(call, invocation);
        RefusedException.unless(
                !invocation.ledger().has(LedgerKey.document(record.id(), subject.document())),
                LedgerErrorCode.OPERATION_ID_REUSED,
                "the number " + subject.document() + " is taken");
        new ObjectRegister(invocation.ledger()).name(record.id(), call.objects());
        invocation.operations().remember(scope, subject.document().value());
        return write(call, invocation);
    }

    private void requireSound(AddDocument call, Member member, Invocation invocation) {
        DocumentSubject subject = call.subject();
        RefusedException.unless(
                call.objects().isClinical(),
                LedgerErrorCode.OBJECT_NOT_ALLOWED,
                "a document has a body, an envelope and a label");
        RefusedException.unless(
                subject.channel().equals(invocation.channel())
                        && subject.uploader().equals(member.id()),
                LedgerErrorCode.STATEMENT_INVALID,
                "the statement is of another channel or another uploader");
        RefusedException.unless(
                !subject.time().isAfter(invocation.time().plus(clockTolerance)),
                LedgerErrorCode.CLOCK_OFF,
                "the uploader's time " + subject.time() + " lies ahead of " + invocation.time());
        RefusedException.unless(
                new SignedStatement.Upload(invocation.network(), subject)
                        .isSignedBy(member.key(), call.uploaderSignature()),
                LedgerErrorCode.STATEMENT_INVALID,
                "not the uploader's signature under this document");
    }

    private static void requireCurrentEpoch(AddDocument call, Invocation invocation) {
        DocumentSubject subject = call.subject();
        int current = RecordTransactions.categoryKey(subject.record(), subject.category(), invocation)
                .map(CategoryKey::epoch)
                .orElseThrow(() -> new RefusedException(
                        LedgerErrorCode.CATEGORY_UNKNOWN, subject.category().name()));
        RefusedException.unless(
                call.epoch() == current, LedgerErrorCode.EPOCH_STALE, subject.category() + " is in epoch " + current);
    }

    private static DocumentEntry write(AddDocument call, Invocation invocation) {
        DocumentSubject subject = call.subject();
        var entry = new DocumentEntry(
                subject,
                call.epoch(),
                call.uploaderSignature(),
                call.objects(),
                invocation.time(),
                Optional.empty(),
                1);
        LedgerState ledger = invocation.ledger();
        ledger.put(LedgerKey.document(subject.record(), entry.id()), entry);
        ledger.mark(LedgerKey.documentsOfCategory(subject.record(), subject.category())
                .with(entry));
        ledger.mark(LedgerKey.uploads(subject.record(), subject.uploader(), subject.category())
                .with(entry));
        AccessLog.write(uploadEvent(call, invocation), invocation);
        return entry;
    }

    /** An upload's event has the document's number, which in this record and from this member no other event can have. */
    private static AccessEvent uploadEvent(AddDocument call, Invocation invocation) {
        DocumentSubject subject = call.subject();
        return new AccessEvent(
                new AccessId(subject.document().value()),
                subject.record(),
                subject.uploader(),
                AccessKind.UPLOAD,
                subject.document(),
                Optional.of(call.permission()),
                Optional.empty(),
                invocation.time(),
                Optional.empty(),
                invocation.transactionId());
    }

    private DocumentEntry countersign(CountersignDocument call, Invocation invocation) {
        PatientRecord record = invocation.openRecord(call.record());
        DocumentEntry entry = find(call.record(), call.document(), invocation);
        LedgerKey key = LedgerKey.document(call.record(), call.document());
        if (invocation.operations().isRepeatedChange(key, entry.version(), call.version())) {
            return entry;
        }
        RefusedException.unless(
                entry.countersignature().isEmpty(),
                LedgerErrorCode.DOCUMENT_ALREADY_COUNTERSIGNED,
                "document " + call.document());
        RefusedException.unless(
                new SignedStatement.Countersignature(invocation.network(), entry.subject())
                        .isSignedBy(record.ownerKey(), call.countersignature()),
                LedgerErrorCode.STATEMENT_INVALID,
                "not the owner's signature under this document");
        DocumentEntry countersigned = entry.countersigned(call.countersignature());
        invocation.operations().rememberChange(key);
        invocation.ledger().put(key, countersigned);
        invocation.announce(call.record().value());
        return countersigned;
    }

    static DocumentEntry find(PatientPseudonym record, DocumentId document, Invocation invocation) {
        return invocation
                .ledger()
                .find(DocumentEntry.class, LedgerKey.document(record, document))
                .orElseThrow(() -> new RefusedException(LedgerErrorCode.DOCUMENT_UNKNOWN, "no document " + document));
    }
}
