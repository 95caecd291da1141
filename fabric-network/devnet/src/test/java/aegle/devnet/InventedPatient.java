// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.client.ledger.FabricRecordLedger;
import aegle.client.local.SqliteSealedStore;
import aegle.client.membership.HttpMembershipDirectory;
import aegle.client.store.S3RecordStore;
import aegle.crypto.pseudonym.UniquelyIdentifiableInformation;
import aegle.crypto.record.RecordCipher;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.MembershipDirectory;
import aegle.sharing.RecordLedger;
import aegle.sharing.RecordStore;
import aegle.sharing.SealedStore;
import aegle.sharing.SharingException;
import aegle.sharing.TransferProgress;
import aegle.sharing.enrollment.PatientEnrollment;
import aegle.sharing.key.OwnedRecord;
import aegle.sharing.key.OwnerKeys;
import aegle.sharing.privatefile.PrivateFiles;
import aegle.sharing.privatefile.PrivateFiles.FileDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Anna Lindqvist, who has enrolled, opened her record and keeps private files: every part of the network is needed for it. */
final class InventedPatient implements AutoCloseable {
    private static final Clock CLOCK = Clock.tickMillis(ZoneOffset.UTC);

    final X509Certificate certificate;
    final OwnerKeys keys;
    final RecordStore store;
    private final RecordLedger ledger;
    private final SealedStore memory;
    private final MembershipDirectory membership;
    private final PrivateFiles files;
    private final Path folder;

    InventedPatient(ConnectionProfile profile, Path folder) throws SharingException, IOException {
        var random = new SecureRandom();
        var person = new UniquelyIdentifiableInformation(
                Optional.empty(),
                Optional.of(LocalDate.of(1961, 4, 9)),
                Optional.of("Anna Lindqvist"),
                Optional.empty(),
                Optional.of("22100"));
        var key = new byte[32];
        random.nextBytes(key);
        this.folder = Files.createDirectories(folder);
        this.keys = OwnerKeys.generate(person, random);
        this.membership = new HttpMembershipDirectory(profile, CLOCK, random);
        this.memory = SqliteSealedStore.open(folder.resolve("memory.sqlite"), key, random);
        this.certificate = new PatientEnrollment(membership, memory, CLOCK).enroll(keys.signing());
        this.ledger = new FabricRecordLedger(profile, certificate, keys.signing(), CLOCK);
        this.store = new S3RecordStore(profile.stores());
        var owned = new OwnedRecord(ledger, keys);
        owned.open();
        this.files = filesOf(owned);
    }

    private PrivateFiles filesOf(OwnedRecord owned) throws IOException, SharingException {
        var random = new SecureRandom();
        return new PrivateFiles(
                owned,
                store,
                memory,
                folder.resolve("private"),
                new PrivateFiles.Workshop(new RecordCipher(random, 2), random));
    }

    void keep(String name, String content) throws SharingException, IOException {
        keep(files, name, content);
    }

    /** Keep something through those hospitals alone that the profile names. */
    void keepBy(ConnectionProfile some, String name, String content) throws SharingException, IOException {
        try (var partial = new FabricRecordLedger(some, certificate, keys.signing(), CLOCK)) {
            keep(filesOf(new OwnedRecord(partial, keys)), name, content);
        }
    }

    private void keep(PrivateFiles files, String name, String content) throws SharingException, IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        files.add(new FileDraft(file, name, "Note", "text/plain", LocalDate.of(2026, 11, 1)), TransferProgress.none());
    }

    /** The content of the file of that name, fetched, verified and decrypted. */
    String read(String name) throws SharingException {
        var entry = files.list().stream()
                .filter(listed -> listed.name().equals(name))
                .findFirst()
                .orElseThrow()
                .entry();
        try (var opened = files.open(entry, TransferProgress.none())) {
            return new String(opened.content(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    /** The names of all that the ledger knows of hers. */
    List<String> names() throws SharingException {
        return files.list().stream().map(listed -> listed.name()).toList();
    }

    @Override
    public void close() {
        ledger.close();
        store.close();
        memory.close();
        membership.close();
        keys.close();
    }
}
