// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.PatientRecord;
import aegle.record.RecordStatus;
import aegle.record.member.Member;
import aegle.record.member.MemberStatus;
import aegle.record.permission.Permission;
import java.time.Instant;

/**
 * The facts as they were at an earlier time, as far as they have ended since: a document was opened rightly from the cache if
 * permission, membership or record ended only afterwards. Scope and attestation are today's.
 */
record EarlierState(Instant time, LedgerState ledger) {

    Permission of(Permission permission) {
        return new Permission(
                permission.id(),
                permission.record(),
                permission.grantee(),
                permission.scope(),
                permission.grant(),
                permission.grantedAt(),
                permission.revokedAt().filter(revoked -> !revoked.isAfter(time)),
                permission.version());
    }

    /** The member; active if she was revoked later and has ever been active. */
    Member of(Member member) {
        boolean wasActive = member.status() == MemberStatus.REVOKED
                && member.certificate().isPresent()
                && endedLater(LedgerKey.member(member.id()));
        return wasActive
                ? new Member(
                        member.id(),
                        member.hospital(),
                        member.key(),
                        member.encryptionKey(),
                        member.keyStatement(),
                        member.professional(),
                        member.attestation(),
                        MemberStatus.ACTIVE,
                        member.certificate(),
                        member.version())
                : member;
    }

    PatientRecord of(PatientRecord record) {
        return record.status() == RecordStatus.CLOSED && endedLater(LedgerKey.record(record.id()))
                ? new PatientRecord(
                        record.id(), record.ownerKey(), RecordStatus.OPEN, record.openedAt(), record.version())
                : record;
    }

    private boolean endedLater(LedgerKey fact) {
        return ledger.find(EndMark.class, LedgerKey.end(fact))
                .filter(end -> end.time().isAfter(time))
                .isPresent();
    }
}
