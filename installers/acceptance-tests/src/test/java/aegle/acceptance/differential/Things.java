// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import aegle.record.CategoryKey;
import aegle.record.CiphertextDigest;
import aegle.record.DocumentId;
import aegle.record.EncryptionPublicKey;
import aegle.record.ObjectName;
import aegle.record.PatientPseudonym;
import aegle.record.command.SignedStatement;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.ObjectKind;
import aegle.record.metadata.StoredDocument;
import aegle.record.metadata.StoredObject;
import aegle.record.permission.PermissionScope;
import aegle.record.permission.Right;
import aegle.record.permission.StudyConsent;
import aegle.record.permission.ValidityPeriod;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Invented keys, objects and scopes. */
final class Things {
    private final Cast cast;
    private final Chance chance;

    Things(Cast cast) {
        this.cast = cast;
        this.chance = cast.chance;
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    DocumentCategory category() {
        return chance.oneOf(DocumentCategory.values());
    }

    EncryptionPublicKey encryptionKey() {
        return new EncryptionPublicKey(chance.bytes(EncryptionPublicKey.LENGTH));
    }

    CategoryKey categoryKey(PatientPseudonym record, Person owner, DocumentCategory category, int epoch) {
        var key = encryptionKey();
        return new CategoryKey(
                record,
                category,
                epoch,
                key,
                cast.statements.sign(
                        owner, network -> new SignedStatement.Recipient(network, record, category, epoch, key)));
    }

    StoredObject object(ObjectKey key) {
        return new StoredObject(
                key, new CiphertextDigest(chance.bytes(CiphertextDigest.LENGTH)), 1 + chance.below(9000));
    }

    ObjectName name() {
        return new ObjectName(chance.number());
    }

    StoredDocument clinical() {
        return document(ObjectKind.BODY, ObjectKind.ENVELOPE, ObjectKind.LABEL);
    }

    StoredDocument own() {
        return document(ObjectKind.PRIVATE_BODY, ObjectKind.PRIVATE_ENVELOPE, ObjectKind.PRIVATE_LABEL);
    }

    private StoredDocument document(ObjectKind body, ObjectKind envelope, ObjectKind label) {
        var name = name();
        return new StoredDocument(
                object(ObjectKey.of(body, name)),
                object(ObjectKey.of(envelope, name)),
                object(ObjectKey.of(label, name)));
    }

    /** Any scope: usually for now, sometimes for later or for what is over; for categories or for single documents. */
    PermissionScope scope(PatientPseudonym record) {
        Instant now = now();
        var validity = switch (chance.below(14)) {
            case 0, 1 -> period(now, Duration.ofHours(1), Duration.ofDays(9));
            case 2 -> period(now, Duration.ofHours(-5), Duration.ofHours(-1));
            default -> period(now, Duration.ofHours(-2), Duration.ofDays(30));
        };
        return scope(record, validity);
    }

    static ValidityPeriod period(Instant now, Duration from, Duration to) {
        return new ValidityPeriod(now.plus(from), now.plus(to));
    }

    PermissionScope scope(PatientPseudonym record, ValidityPeriod validity) {
        var categories = EnumSet.copyOf(chance.some(List.of(DocumentCategory.values())));
        var document = chance.onceIn(5) ? cast.document(record) : Optional.<aegle.record.metadata.DocumentEntry>empty();
        if (document.isPresent()) {
            DocumentId id = chance.onceIn(10)
                    ? new DocumentId(chance.number())
                    : document.get().id();
            List<DocumentId> ids = chance.onceIn(10) ? List.of(id, id) : List.of(id);
            categories.add(document.get().category());
            return new PermissionScope(Set.of(Right.READ), categories, ids, validity, Optional.empty());
        }
        var rights =
                EnumSet.copyOf(chance.some(List.of(Right.READ, Right.WRITE, Right.READ, Right.WRITE, Right.SHARE)));
        return new PermissionScope(
                rights,
                categories,
                List.of(),
                validity,
                rights.contains(Right.SHARE)
                        ? Optional.of(new StudyConsent(chance.number(), chance.onceIn(2)))
                        : Optional.empty());
    }
}
