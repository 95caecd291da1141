// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.MemberId;
import aegle.record.PatientPseudonym;
import aegle.record.PermissionId;
import aegle.record.call.PermissionCalls.ChangePermission;
import aegle.record.call.PermissionCalls.GrantPermission;
import aegle.record.call.PermissionCalls.ListGrantedPermissions;
import aegle.record.call.PermissionCalls.ListPermissions;
import aegle.record.call.PermissionCalls.PermissionPage;
import aegle.record.call.PermissionCalls.RevokePermission;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.member.Member;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.StoredObject;
import aegle.record.permission.Permission;
import aegle.record.permission.PermissionScope;
import java.util.List;
import java.util.Optional;

/** How an owner allows, changes and stops. Every version of a permission comes with a sealed grant of its own. */
final class PermissionTransactions {
    private final MemberPolicy members;

    PermissionTransactions(MemberPolicy members) {
        this.members = members;
    }

    void register(CallTable table) {
        table.add(GrantPermission.class, this::grant)
                .add(ChangePermission.class, this::change)
                .add(RevokePermission.class, this::revoke)
                .add(ListPermissions.class, this::list)
                .add(ListGrantedPermissions.class, this::listGranted);
    }

    private Permission grant(GrantPermission call, Invocation invocation) {
        invocation.openRecord(call.record());
        if (invocation.operations().isRepeated(OperationLog.ofOwner(call.record()), call.factId())) {
            return invocation.requirePermission(call.record(), call.permission());
        }
        RefusedException.unless(
                !invocation.ledger().has(LedgerKey.permission(call.permission())),
                LedgerErrorCode.OPERATION_ID_REUSED,
                "the number " + call.permission() + " is taken");
        requireActive(call.grantee(), invocation);
        requireMeaningful(call.record(), call.scope(), invocation);
        var permission = new Permission(
                call.permission(),
                call.record(),
                call.grantee(),
                call.scope(),
                requireGrant(call.permission(), 1, call.grant()),
                invocation.time(),
                Optional.empty(),
                1);
        new ObjectRegister(invocation.ledger()).name(call.record(), call.grant());
        invocation.operations().remember(OperationLog.ofOwner(call.record()), call.factId());
        index(permission, invocation.ledger());
        return write(permission, invocation);
    }

    private static void index(Permission permission, LedgerState ledger) {
        String id = permission.id().hex();
        ledger.mark(LedgerKey.permissionsOfRecord(permission.record()).with(id));
        ledger.mark(LedgerKey.permissionsOfMember(permission.grantee()).with(id));
    }

    private void requireActive(MemberId grantee, Invocation invocation) {
        Member member = MemberTransactions.find(grantee, invocation);
        members.refusal(member, invocation.time()).ifPresent(code -> {
            throw new RefusedException(code, "member " + grantee + " cannot be allowed anything");
        });
    }

    private static void requireMeaningful(PatientPseudonym record, PermissionScope scope, Invocation invocation) {
        RefusedException.unless(
                !scope.validity().isBefore(invocation.time()),
                LedgerErrorCode.PERMISSION_INVALID,
                "the permission would be over already");
        RefusedException.unless(
                scope.documents().stream().distinct().count()
                        == scope.documents().size(),
                LedgerErrorCode.PERMISSION_INVALID,
                "a document is named twice");
        scope.documents().forEach(document -> DocumentTransactions.find(record, document, invocation));
    }

    private static StoredObject requireGrant(PermissionId permission, int version, StoredObject grant) {
        RefusedException.unless(
                grant.key().equals(ObjectKey.grant(permission, version)),
                LedgerErrorCode.PERMISSION_INVALID,
                "the sealed grant must be " + ObjectKey.grant(permission, version));
        return grant;
    }

    /**
     * The next version of a permission's grant. Versions grow, and may leave some out: an object that was put for a call that
     * never committed is not overwritten.
     */
    static StoredObject requireNextGrant(Permission permission, StoredObject grant) {
        RefusedException.unless(
                !permission.isRevoked(),
                LedgerErrorCode.PERMISSION_REVOKED,
                "permission " + permission.id() + " is revoked for good");
        RefusedException.unless(
                grant.key().version() > permission.grant().key().version(),
                LedgerErrorCode.PERMISSION_INVALID,
                "the sealed grant must be newer than " + permission.grant().key());
        return requireGrant(permission.id(), grant.key().version(), grant);
    }

    private Permission change(ChangePermission call, Invocation invocation) {
        invocation.openRecord(call.record());
        Permission permission = invocation.requirePermission(call.record(), call.permission());
        if (isRepeatedChange(permission, call.version(), invocation)) {
            return permission;
        }
        requireNextGrant(permission, call.grant());
        requireMeaningful(call.record(), call.scope(), invocation);
        new ObjectRegister(invocation.ledger()).name(call.record(), call.grant());
        return writeChange(permission.changed(call.scope(), call.grant()), invocation);
    }

    private Permission revoke(RevokePermission call, Invocation invocation) {
        invocation.openRecord(call.record());
        Permission permission = invocation.requirePermission(call.record(), call.permission());
        if (isRepeatedChange(permission, call.version(), invocation)) {
            return permission;
        }
        RefusedException.unless(
                !permission.isRevoked(),
                LedgerErrorCode.PERMISSION_REVOKED,
                "permission " + permission.id() + " is revoked already");
        return writeChange(permission.revoked(invocation.time()), invocation);
    }

    private static boolean isRepeatedChange(Permission permission, long expected, Invocation invocation) {
        return invocation
                .operations()
                .isRepeatedChange(LedgerKey.permission(permission.id()), permission.version(), expected);
    }

    private static Permission writeChange(Permission permission, Invocation invocation) {
        invocation.operations().rememberChange(LedgerKey.permission(permission.id()));
        return write(permission, invocation);
    }

    static Permission write(Permission permission, Invocation invocation) {
        invocation.ledger().put(LedgerKey.permission(permission.id()), permission);
        invocation.announce(permission.record().value());
        return permission;
    }

    private PermissionPage list(ListPermissions call, Invocation invocation) {
        return page(LedgerKey.permissionsOfRecord(call.record()), call.pageSize(), call.bookmark(), invocation);
    }

    private PermissionPage listGranted(ListGrantedPermissions call, Invocation invocation) {
        Member member = members.requireClinician(invocation);
        return page(LedgerKey.permissionsOfMember(member.id()), call.pageSize(), call.bookmark(), invocation);
    }

    private static PermissionPage page(LedgerKey index, int size, String bookmark, Invocation invocation) {
        var page = invocation
                .ledger()
                .indexedPage(index, size, bookmark, attributes -> permission(attributes, invocation));
        return new PermissionPage(page.facts(), page.bookmark());
    }

    private static Optional<Permission> permission(List<String> attributes, Invocation invocation) {
        return invocation
                .ledger()
                .find(Permission.class, LedgerKey.permission(PermissionId.ofHex(attributes.getLast())));
    }
}
