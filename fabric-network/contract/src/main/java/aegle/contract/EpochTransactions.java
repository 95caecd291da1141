// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.CategoryKey;
import aegle.record.PatientRecord;
import aegle.record.call.MemberCalls;
import aegle.record.call.RecordCalls.AdvanceEpoch;
import aegle.record.call.RecordCalls.GrantRenewal;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.permission.Permission;
import java.util.List;

/**
 * Moves the keys of a category on after somebody has lost a permission ({@code docs/rules.md}, rule 10). The first page moves
 * the key; pages with the key that stands already only register the grants of those who remain, so that an interrupted owner
 * can go on.
 */
final class EpochTransactions {

    void register(CallTable table) {
        table.add(AdvanceEpoch.class, EpochTransactions::advance);
    }

    private static CategoryKey advance(AdvanceEpoch call, Invocation invocation) {
        PatientRecord record = invocation.openRecord(call.record());
        CategoryKey next = call.next();
        requireSigned(next, record, invocation);
        CategoryKey current = RecordTransactions.categoryKey(record.id(), next.category(), invocation)
                .orElseThrow(() -> new RefusedException(
                        LedgerErrorCode.CATEGORY_UNKNOWN, next.category().name()));
        boolean stands = next.epoch() == current.epoch() && next.recipient().equals(current.recipient());
        RefusedException.unless(
                stands || next.epoch() == current.epoch() + 1,
                LedgerErrorCode.EPOCH_STALE,
                next.category() + " is in epoch " + current.epoch());
        requirePage(call.renewals());
        call.renewals().forEach(renewal -> renew(renewal, record, invocation));
        if (stands) {
            return current;
        }
        invocation.ledger().put(LedgerKey.categoryKey(record.id(), next.category()), next);
        invocation.announce(record.id().value());
        return next;
    }

    private static void requireSigned(CategoryKey next, PatientRecord record, Invocation invocation) {
        RefusedException.unless(
                next.record().equals(record.id()), LedgerErrorCode.ARGUMENT_MALFORMED, "the key of another record");
        RefusedException.unless(
                next.isVouchedFor(invocation.network(), record.ownerKey()),
                LedgerErrorCode.STATEMENT_INVALID,
                "the owner did not sign the key of " + next.category());
    }

    private static void requirePage(List<GrantRenewal> renewals) {
        RefusedException.unless(
                renewals.size() <= MemberCalls.MAX_PAGE,
                LedgerErrorCode.ARGUMENT_TOO_LARGE,
                "a page renews at most " + MemberCalls.MAX_PAGE + " grants");
        long permissions =
                renewals.stream().map(GrantRenewal::permission).distinct().count();
        RefusedException.unless(
                permissions == renewals.size(), LedgerErrorCode.PERMISSION_INVALID, "a permission is renewed twice");
    }

    private static void renew(GrantRenewal renewal, PatientRecord record, Invocation invocation) {
        Permission permission = invocation.requirePermission(record.id(), renewal.permission());
        if (permission.grant().equals(renewal.grant())) {
            return;
        }
        PermissionTransactions.requireNextGrant(permission, renewal.grant());
        new ObjectRegister(invocation.ledger()).name(record.id(), renewal.grant());
        PermissionTransactions.write(permission.changed(permission.scope(), renewal.grant()), invocation);
    }
}
