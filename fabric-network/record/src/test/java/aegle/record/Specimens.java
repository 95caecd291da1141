// SPDX-License-Identifier: Apache-2.0

package aegle.record;

import aegle.record.access.AccessEvent;
import aegle.record.access.AccessKind;
import aegle.record.call.PermissionCalls.GrantPermission;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.command.OwnerCommand;
import aegle.record.command.SignedStatement.DocumentSubject;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.StoredObject;
import aegle.record.permission.PermissionScope;
import aegle.record.permission.Right;
import aegle.record.permission.StudyConsent;
import aegle.record.permission.ValidityPeriod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Facts with bytes that count upwards, so that a vector shows which field is where. */
public final class Specimens {
    public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    public static final PatientPseudonym RECORD = new PatientPseudonym(counting(0x10, 32));
    public static final NetworkId NETWORK = new NetworkId(counting(0x30, 32));
    public static final PermissionId PERMISSION = new PermissionId(counting(0x50, 16));
    public static final MemberId MEMBER = new MemberId(counting(0x60, 16));
    public static final DocumentId DOCUMENT = new DocumentId(counting(0x70, 16));

    private Specimens() {}

    public static PermissionScope scope() {
        return new PermissionScope(
                Set.of(Right.SHARE, Right.READ),
                Set.of(DocumentCategory.RADIATION_DOSE, DocumentCategory.LABORATORY_RESULTS),
                List.of(DOCUMENT),
                new ValidityPeriod(NOON, NOON.plusSeconds(86_400)),
                Optional.of(new StudyConsent(counting(0x80, 16), true)));
    }

    public static GrantPermission grantPermission() {
        return new GrantPermission(RECORD, PERMISSION, MEMBER, scope(), grant());
    }

    public static StoredObject grant() {
        return new StoredObject(ObjectKey.grant(PERMISSION, 1), new CiphertextDigest(counting(0x90, 32)), 2048);
    }

    public static AccessEvent denial() {
        return new AccessEvent(
                new AccessId(counting(0xa0, 16)),
                RECORD,
                MEMBER,
                AccessKind.OPEN,
                DOCUMENT,
                Optional.empty(),
                Optional.of(LedgerErrorCode.PERMISSION_EXPIRED),
                NOON,
                Optional.empty(),
                "tx-ü");
    }

    public static DocumentSubject subject() {
        return new DocumentSubject(
                "records",
                RECORD,
                DOCUMENT,
                DocumentCategory.LABORATORY_RESULTS,
                new ContentCommitment(counting(0xb0, 32)),
                MEMBER,
                NOON);
    }

    public static OwnerCommand command() {
        return new OwnerCommand(
                NETWORK,
                "records",
                "aegle",
                "revokePermission",
                RECORD,
                PERMISSION.value(),
                counting(0xc0, 32),
                3,
                counting(0xd0, 32),
                NOON);
    }

    static Bytes counting(int first, int length) {
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (first + i);
        }
        return Bytes.of(bytes);
    }
}
