// SPDX-License-Identifier: Apache-2.0

package aegle.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aegle.record.call.PermissionCalls.ListGrantedPermissions;
import aegle.record.call.PermissionCalls.PermissionPage;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.ObjectKind;
import aegle.record.permission.Permission;
import aegle.record.permission.PermissionScope;
import aegle.record.permission.Right;
import aegle.record.permission.ValidityPeriod;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LedgerCallTest {
    @Test
    void a_call_knows_its_function_and_its_answer() {
        assertEquals("grantPermission", Specimens.grantPermission().function());
        assertEquals(Permission.class, Specimens.grantPermission().answerType());
        assertEquals(PermissionPage.class, new ListGrantedPermissions(10, "").answerType());
    }

    @Test
    void objects_lie_where_their_kind_says() {
        var name = new ObjectName(Specimens.counting(0, 16));

        assertEquals(
                "o/000102030405060708090a0b0c0d0e0f.b",
                ObjectKey.of(ObjectKind.BODY, name).path());
        assertEquals(
                "g/505152535455565758595a5b5c5d5e5f/3",
                ObjectKey.grant(Specimens.PERMISSION, 3).path());
        assertThrows(IllegalArgumentException.class, () -> new ObjectKey(ObjectKind.GRANT, name.value(), 0));
        assertThrows(IllegalArgumentException.class, () -> new ObjectKey(ObjectKind.BODY, name.value(), 1));
    }

    @Test
    void the_end_of_a_permission_is_not_part_of_it() {
        var period = new ValidityPeriod(Specimens.NOON, Specimens.NOON.plusMillis(1));

        assertEquals(true, period.contains(Specimens.NOON));
        assertEquals(false, period.contains(Specimens.NOON.plusMillis(1)));
        assertEquals(false, period.contains(Specimens.NOON.minusMillis(1)));
    }

    @Test
    void a_scope_that_contradicts_itself_is_refused() {
        var scope = Specimens.scope();

        assertThrows(
                IllegalArgumentException.class,
                () -> new PermissionScope(Set.of(), scope.categories(), List.of(), scope.validity(), Optional.empty()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new PermissionScope(
                        Set.of(Right.SHARE), scope.categories(), List.of(), scope.validity(), Optional.empty()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new PermissionScope(
                        Set.of(Right.READ, Right.WRITE),
                        scope.categories(),
                        scope.documents(),
                        scope.validity(),
                        Optional.empty()));
    }
}
