// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.CategoryKey;
import aegle.record.PatientPseudonym;
import aegle.record.PatientRecord;
import aegle.record.RecordStatus;
import aegle.record.call.RecordCalls;
import aegle.record.call.RecordCalls.CancelOperation;
import aegle.record.call.RecordCalls.CancelUpload;
import aegle.record.call.RecordCalls.Cancellation;
import aegle.record.call.RecordCalls.CloseRecord;
import aegle.record.call.RecordCalls.FindGrantedRecord;
import aegle.record.call.RecordCalls.FindRecord;
import aegle.record.call.RecordCalls.OpenRecord;
import aegle.record.call.RecordCalls.RecordView;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.member.Member;
import aegle.record.metadata.DocumentCategory;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** A record as a whole: its opening with the keys of its categories, its closing, and operations that are called off. */
final class RecordTransactions {
    private final MemberPolicy members;
    private final PermissionPolicy permissions;

    RecordTransactions(MemberPolicy members, PermissionPolicy permissions) {
        this.members = members;
        this.permissions = permissions;
    }

    void register(CallTable table) {
        table.add(OpenRecord.class, this::open)
                .add(FindRecord.class, this::find)
                .add(FindGrantedRecord.class, this::findGranted)
                .add(CloseRecord.class, this::close)
                .add(CancelOperation.class, this::cancelOperation)
                .add(CancelUpload.class, this::cancelUpload);
    }

    private PatientRecord open(OpenRecord call, Invocation invocation) {
        var earlier = invocation.ledger().find(PatientRecord.class, LedgerKey.record(call.record()));
        if (earlier.isPresent()) {
            RefusedException.unless(
                    earlier.get().ownerKey().equals(call.ownerKey()),
                    LedgerErrorCode.RECORD_EXISTS,
                    "somebody else has opened record " + call.record());
            RefusedException.unless(
                    invocation.operations().isRepeated(OperationLog.ofOwner(call.record()), call.factId()),
                    LedgerErrorCode.OPERATION_ID_REUSED,
                    "record " + call.record() + " was opened otherwise");
            return earlier.get();
        }
        requireFirstKeys(call, invocation);
        var record = new PatientRecord(call.record(), call.ownerKey(), RecordStatus.OPEN, invocation.time(), 1);
        invocation.operations().remember(OperationLog.ofOwner(call.record()), call.factId());
        call.categoryKeys()
                .forEach(key -> invocation.ledger().put(LedgerKey.categoryKey(call.record(), key.category()), key));
        return write(record, invocation);
    }

    private static void requireFirstKeys(OpenRecord call, Invocation invocation) {
        List<DocumentCategory> categories =
                call.categoryKeys().stream().map(CategoryKey::category).sorted().toList();
        RefusedException.unless(
                categories.equals(RecordCalls.categories()),
                LedgerErrorCode.ARGUMENT_MALFORMED,
                "a record is opened with one key for each category");
        for (CategoryKey key : call.categoryKeys()) {
            RefusedException.unless(
                    key.record().equals(call.record()) && key.epoch() == 0,
                    LedgerErrorCode.ARGUMENT_MALFORMED,
                    "a record is opened with its own keys of epoch 0");
            RefusedException.unless(
                    key.isVouchedFor(invocation.network(), call.ownerKey()),
                    LedgerErrorCode.STATEMENT_INVALID,
                    "the owner did not sign the key of " + key.category());
        }
    }

    private RecordView find(FindRecord call, Invocation invocation) {
        return view(invocation.record(call.record()), RecordCalls.categories(), invocation);
    }

    private RecordView findGranted(FindGrantedRecord call, Invocation invocation) {
        Member member = members.requireClinician(invocation);
        PatientRecord record = invocation.record(call.record());
        var permission = invocation.permission(call.record(), call.permission());
        permissions.require(WantedAccess.toRecord(record, member, permission, invocation.time()));
        Collection<DocumentCategory> covered = EnumSet.noneOf(DocumentCategory.class);
        permission.ifPresent(found -> covered.addAll(found.scope().categories()));
        return view(record, covered, invocation);
    }

    private static RecordView view(
            PatientRecord record, Collection<DocumentCategory> categories, Invocation invocation) {
        List<CategoryKey> keys = categories.stream()
                .map(category -> categoryKey(record.id(), category, invocation))
                .flatMap(Optional::stream)
                .toList();
        return new RecordView(record, keys);
    }

    static Optional<CategoryKey> categoryKey(
            PatientPseudonym record, DocumentCategory category, Invocation invocation) {
        return invocation.ledger().find(CategoryKey.class, LedgerKey.categoryKey(record, category));
    }

    private PatientRecord close(CloseRecord call, Invocation invocation) {
        PatientRecord record = invocation.record(call.record());
        LedgerKey key = LedgerKey.record(call.record());
        if (invocation.operations().isRepeatedChange(key, record.version(), call.version())) {
            return record;
        }
        invocation.openRecord(call.record());
        invocation.operations().rememberChange(key);
        invocation.ledger().put(LedgerKey.end(key), new EndMark(invocation.time()));
        return write(
                new PatientRecord(
                        record.id(), record.ownerKey(), RecordStatus.CLOSED, record.openedAt(), record.version() + 1),
                invocation);
    }

    private static PatientRecord write(PatientRecord record, Invocation invocation) {
        invocation.ledger().put(LedgerKey.record(record.id()), record);
        invocation.announce(record.id().value());
        return record;
    }

    private Cancellation cancelOperation(CancelOperation call, Invocation invocation) {
        invocation.openRecord(call.record());
        invocation.operations().cancel(OperationLog.ofOwner(call.record()), call.operation());
        return new Cancellation(call.record(), call.operation());
    }

    private Cancellation cancelUpload(CancelUpload call, Invocation invocation) {
        Member member = members.requireClinician(invocation);
        invocation.openRecord(call.record());
        invocation.operations().cancel(OperationLog.ofMember(call.record(), member.id()), call.operation());
        return new Cancellation(call.record(), call.operation());
    }
}
