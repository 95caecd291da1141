// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import aegle.record.DocumentId;
import aegle.record.MemberId;
import aegle.record.PatientPseudonym;
import aegle.record.PermissionId;
import aegle.record.RequestId;
import aegle.record.access.AccessRequest;
import aegle.record.metadata.DocumentEntry;
import aegle.record.metadata.PrivateEntry;
import aegle.record.permission.Permission;
import aegle.record.permission.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The people of a lane, and what there is to choose from in its world. */
final class Cast {
    final Chance chance;
    final Statements statements;
    final World world;
    final String lane;
    final List<Person> carriers = new ArrayList<>();
    final List<Person> clinicians = new ArrayList<>();

    Cast(Chance chance, Statements statements, World world, String lane) {
        this.chance = chance;
        this.statements = statements;
        this.world = world;
        this.lane = lane;
    }

    Person clinician() {
        return chance.oneOf(clinicians);
    }

    /** Mostly a clinician; sometimes somebody who is none. */
    Person caller() {
        return chance.onceIn(12) ? chance.oneOf(chance.oneOf(carriers), chance.oneOf(Stage.OFFICERS)) : clinician();
    }

    /** Mostly somebody who was given that right in this record. */
    Person caller(PatientPseudonym record, Right right) {
        var given = permissions(record).stream()
                .filter(permission -> permission.scope().rights().contains(right))
                .map(Permission::grantee)
                .toList();
        var able = clinicians.stream()
                .filter(clinician -> given.contains(memberId(clinician)))
                .toList();
        return able.isEmpty() || chance.onceIn(5) ? caller() : chance.oneOf(able);
    }

    MemberId memberId(Person clinician) {
        return world.memberWith(clinician.digest()).orElseThrow().id();
    }

    MemberId someMember() {
        return chance.onceIn(15) ? new MemberId(chance.number()) : memberId(clinician());
    }

    List<Permission> permissions(PatientPseudonym record) {
        return world.permissions.values().stream()
                .filter(permission -> permission.record().equals(record))
                .toList();
    }

    Optional<Permission> permission(PatientPseudonym record) {
        var all = permissions(record);
        return all.isEmpty() ? Optional.empty() : Optional.of(chance.oneOf(all));
    }

    /** A permission that the caller has in that record, if she has one; sometimes another's, another record's or none. */
    PermissionId permissionFor(Person caller, PatientPseudonym record) {
        var own = permissions(record).stream()
                .filter(permission -> world.memberWith(caller.digest())
                        .filter(member -> member.id().equals(permission.grantee()))
                        .isPresent())
                .toList();
        if (!own.isEmpty() && !chance.onceIn(6)) {
            return chance.oneOf(own).id();
        }
        var all = List.copyOf(world.permissions.values());
        return all.isEmpty() || chance.onceIn(3)
                ? new PermissionId(chance.number())
                : chance.oneOf(all).id();
    }

    Optional<DocumentEntry> document(PatientPseudonym record) {
        var all = List.copyOf(world.chart(record).documents.values());
        return all.isEmpty() ? Optional.empty() : Optional.of(chance.oneOf(all));
    }

    DocumentId documentId(PatientPseudonym record) {
        return document(record)
                .filter(_ -> !chance.onceIn(15))
                .map(DocumentEntry::id)
                .orElseGet(() -> new DocumentId(chance.number()));
    }

    Optional<PrivateEntry> file(PatientPseudonym record) {
        var all = List.copyOf(world.chart(record).files.values());
        return all.isEmpty() ? Optional.empty() : Optional.of(chance.oneOf(all));
    }

    Optional<AccessRequest> request(PatientPseudonym record) {
        var all = List.copyOf(world.chart(record).requests.values());
        return all.isEmpty() ? Optional.empty() : Optional.of(chance.oneOf(all));
    }

    RequestId requestId(PatientPseudonym record) {
        return request(record).map(AccessRequest::id).orElseGet(() -> new RequestId(chance.number()));
    }

    /** Mostly the version that stands. */
    long version(long current) {
        return chance.onceIn(6) ? current + chance.oneOf(-1, 1, 7) : current;
    }

    int pageSize() {
        return chance.onceIn(25) ? chance.oneOf(0, -1, 201) : chance.oneOf(1, 2, 3, 10, 200);
    }

    /** Where a list begins; sometimes at what is no bookmark. */
    String start() {
        return chance.onceIn(25) ? Moves.NO_BOOKMARK : "";
    }
}
