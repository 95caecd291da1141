// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks.clinic;

import aegle.crypto.pseudonym.UniquelyIdentifiableInformation;
import aegle.crypto.record.RecordCipher;
import aegle.record.member.Member;
import aegle.record.metadata.DocumentCategory;
import aegle.record.permission.Permission;
import aegle.record.permission.PermissionScope;
import aegle.record.permission.Right;
import aegle.record.permission.ValidityPeriod;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.RecordLedger;
import aegle.sharing.SharingException;
import aegle.sharing.enrollment.PatientEnrollment;
import aegle.sharing.key.GrantSealing;
import aegle.sharing.key.MemberTrust;
import aegle.sharing.key.OwnedRecord;
import aegle.sharing.key.OwnerKeys;
import aegle.sharing.key.PatientCard;
import aegle.sharing.permission.PermissionEditing;
import aegle.sharing.retrieval.CipherFolder;
import aegle.sharing.retrieval.OwnerDocuments;
import aegle.sharing.retrieval.OwnerDocuments.DocumentReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Anna Lindqvist, who has enrolled and opened her record, and lets clinicians into it. */
final class InventedPatient implements AutoCloseable {
    private static final String NAME = "Anna Lindqvist";
    private static final LocalDate BORN = LocalDate.of(1961, 4, 9);
    private static final Duration ALLOWED_FOR = Duration.ofDays(30);

    private final Desk desk;
    private final OwnerKeys keys;
    private final RecordLedger ledger;
    private final PermissionEditing permissions;

    InventedPatient(ConnectionProfile profile, Path folder) throws SharingException, IOException {
        this.desk = Desk.at(profile, folder);
        this.keys = OwnerKeys.generate(person(), desk.random());
        var certificate = new PatientEnrollment(desk.membership(), desk.memory(), desk.clock()).enroll(keys.signing());
        this.ledger = desk.ledger(profile, certificate, keys.signing());
        var owned = new OwnedRecord(ledger, keys);
        owned.open();
        var members = new MemberTrust(ledger, desk.membership());
        var documents = new OwnerDocuments(
                owned,
                desk.store(),
                desk.memory(),
                new CipherFolder(folder.resolve("cache"), desk.store()),
                new DocumentReader(members, new RecordCipher(desk.random(), 2)));
        this.permissions = new PermissionEditing(
                owned,
                new GrantSealing(owned, new PatientCard(NAME, BORN, List.of("N-4711")), documents::envelopes),
                members,
                new PermissionEditing.Surroundings(desk.store(), desk.memory(), desk.clock(), desk.random()));
    }

    private static UniquelyIdentifiableInformation person() {
        return new UniquelyIdentifiableInformation(
                Optional.empty(), Optional.of(BORN), Optional.of(NAME), Optional.empty(), Optional.of("22100"));
    }

    /** Let a clinician read and write everything. */
    Permission allow(Member clinician) throws SharingException {
        Instant now = desk.clock().instant();
        return permissions.allow(
                clinician,
                new PermissionScope(
                        Set.of(Right.READ, Right.WRITE),
                        Set.of(DocumentCategory.values()),
                        List.of(),
                        new ValidityPeriod(now.minusSeconds(1), now.plus(ALLOWED_FOR)),
                        Optional.empty()));
    }

    /** The six words that she says to whom she lets in. */
    String linkWords() {
        return keys.linkWords().toString();
    }

    @Override
    public void close() {
        ledger.close();
        desk.close();
        keys.close();
    }
}
