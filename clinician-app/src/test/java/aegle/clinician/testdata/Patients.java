// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.testdata;

import aegle.crypto.identity.SigningKeyPair;
import aegle.record.Bytes;
import aegle.record.CiphertextDigest;
import aegle.record.MemberId;
import aegle.record.PatientPseudonym;
import aegle.record.PermissionId;
import aegle.record.SigningPublicKey;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.StoredObject;
import aegle.record.permission.Permission;
import aegle.record.permission.PermissionScope;
import aegle.record.permission.Right;
import aegle.record.permission.ValidityPeriod;
import aegle.sharing.key.PatientCard;
import aegle.sharing.link.IdentityLink;
import aegle.sharing.link.LinkWay;
import aegle.sharing.retrieval.GrantedRecord;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Invented people who allow the invented Dr. Mira Chen something until 30 June 2026. */
public final class Patients {
    public static final Instant NOW = Instant.parse("2026-05-20T09:40:00Z");
    public static final Instant END = Instant.parse("2026-07-01T00:00:00Z");
    public static final MemberId CHEN = MemberId.of(new byte[16]);
    public static final SigningPublicKey OWNER_KEY = ownerKey();
    private static final SecureRandom RANDOM = new SecureRandom();

    private Patients() {}

    /** Maja Andersson, born 1971, MC-1001: everything may be read and added. */
    public static GrantedRecord maja() {
        return record("Maja Andersson", LocalDate.of(1971, 5, 4), List.of("MC-1001"), Set.of(Right.READ, Right.WRITE));
    }

    /** Jonas Okafor, born 1958, MC-2002: everything may be read. */
    public static GrantedRecord jonas() {
        return record("Jonas Okafor", LocalDate.of(1958, 11, 23), List.of("MC-2002"), Set.of(Right.READ));
    }

    /** Somebody with a name that fills the line, and no hospital number. */
    public static GrantedRecord longName() {
        return record(
                "Wilhelmina Theodora van den Bergh-Papadopoulos",
                LocalDate.of(1949, 1, 31),
                List.of(),
                Set.of(Right.READ, Right.WRITE));
    }

    public static GrantedRecord record(String name, LocalDate born, List<String> numbers, Set<Right> rights) {
        PatientPseudonym id = pseudonym();
        return new GrantedRecord(
                id,
                OWNER_KEY,
                new PatientCard(name, born, numbers),
                List.of(permission(id, rights, EnumSet.allOf(DocumentCategory.class))),
                List.of(),
                Optional.empty());
    }

    /** The same record once somebody has compared the six words. */
    public static GrantedRecord confirmed(GrantedRecord record) {
        var link = new IdentityLink(
                record.id(),
                record.ownerKey(),
                record.patient().hospitalNumbers().stream().findFirst().orElse("MC-7000"),
                LinkWay.WORDS_IN_PERSON,
                "Dr. Mira Chen",
                NOW);
        return new GrantedRecord(
                record.id(),
                record.ownerKey(),
                record.patient(),
                record.permissions(),
                record.categoryKeys(),
                Optional.of(link));
    }

    /** The same record with other permissions. */
    public static GrantedRecord with(GrantedRecord record, Permission... permissions) {
        return new GrantedRecord(
                record.id(),
                record.ownerKey(),
                record.patient(),
                List.of(permissions),
                record.categoryKeys(),
                record.link());
    }

    public static Permission permission(PatientPseudonym record, Set<Right> rights, Set<DocumentCategory> categories) {
        PermissionId id = PermissionId.random(RANDOM);
        return new Permission(
                id,
                record,
                CHEN,
                new PermissionScope(
                        rights,
                        categories,
                        List.of(),
                        new ValidityPeriod(NOW.minusSeconds(86_400), END),
                        Optional.empty()),
                new StoredObject(ObjectKey.grant(id, 1), CiphertextDigest.of(new byte[32]), 100),
                NOW.minusSeconds(86_400),
                Optional.empty(),
                1);
    }

    static byte[] bytes(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static PatientPseudonym pseudonym() {
        return new PatientPseudonym(Bytes.of(bytes(32)));
    }

    private static SigningPublicKey ownerKey() {
        try (var pair = SigningKeyPair.generate(new SecureRandom())) {
            return SigningPublicKey.of(pair.publicKey());
        }
    }
}
