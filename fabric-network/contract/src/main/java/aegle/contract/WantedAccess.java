// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.DocumentId;
import aegle.record.PatientRecord;
import aegle.record.member.Member;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Permission;
import aegle.record.permission.Right;
import java.time.Instant;
import java.util.Optional;

/**
 * What a clinician wants in a record, and the permission that she relies on.
 *
 * @param permission the permission that she names; empty if there is none of that number in the record
 * @param right empty if any right will do
 * @param category empty if it is about the record as a whole
 * @param document empty if it is about the category as a whole
 */
public record WantedAccess(
        PatientRecord record,
        Member member,
        Optional<Permission> permission,
        Optional<Right> right,
        Optional<DocumentCategory> category,
        Optional<DocumentId> document,
        Instant time) {

    static WantedAccess toRecord(PatientRecord record, Member member, Optional<Permission> permission, Instant time) {
        return new WantedAccess(record, member, permission, Optional.empty(), Optional.empty(), Optional.empty(), time);
    }

    WantedAccess to(Right wanted, DocumentCategory part) {
        return new WantedAccess(
                record, member, permission, Optional.of(wanted), Optional.of(part), Optional.empty(), time);
    }

    WantedAccess toRead(DocumentEntry entry) {
        return new WantedAccess(
                record,
                member,
                permission,
                Optional.of(Right.READ),
                Optional.of(entry.category()),
                Optional.of(entry.id()),
                time);
    }
}
