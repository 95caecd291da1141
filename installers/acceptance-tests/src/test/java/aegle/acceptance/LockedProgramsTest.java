// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.acceptance.sample.SampleCase;
import aegle.acceptance.sample.SampleDocuments;
import aegle.acceptance.sample.SamplePatient;
import aegle.acceptance.trace.SourceFile;
import aegle.acceptance.trace.Traces;
import aegle.acceptance.trace.Traces.Word;
import aegle.crypto.vault.KeyVault;
import aegle.crypto.vault.KeyVaultFile;
import aegle.crypto.vault.Passphrase;
import aegle.embedded.EmbeddedNetwork;
import aegle.embedded.NetworkParts;
import aegle.embedded.StaffedNetwork;
import aegle.record.Bytes;
import aegle.record.metadata.DocumentCategory;
import aegle.sharing.key.VaultedKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Both programs do the main job, each in a process of its own, and are locked with a document on the screen: then no key, no
 * passphrase, nobody's name and birth date, no file's name and nothing of a document is reachable in their memory, and nothing of all
 * this lies in their folders, logs and folders for temporary files.
 */
@Timeout(600)
class LockedProgramsTest {
    private static final SampleCase CASE = SampleCase.XRTS_04;
    private static final Clock CLOCK = Clock.tickMillis(ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String NPI = "1234567893";
    private static final String PATIENTS_PASSPHRASE = "crossing lantern mosaic velvet harbor";
    private static final String CLINICIANS_PASSPHRASE = "granite willow copper thunder meadow";
    private static final int LOOKS = 10;

    @TempDir
    Path folder;

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private StaffedNetwork network;
    private ProgramAtWork wallet;
    private ProgramAtWork clinician;

    @BeforeEach
    void start() throws IOException {
        network = running(network());
        Path profile = folder.resolve("network.json");
        network.profile().write(profile);
        SampleDocuments.render(CASE, exports());
        wallet = running(ProgramAtWork.start("wallet", folder.resolve("wallet"), profile));
        clinician = running(ProgramAtWork.start("clinician", folder.resolve("clinician"), profile, exports()));
    }

    private StaffedNetwork network() throws IOException {
        return switch (Trial.NETWORK) {
            case EMBEDDED -> EmbeddedNetwork.start(folder.resolve("network"), NetworkParts.standard(CLOCK, RANDOM));
            case FABRIC -> Trial.freshFabric();
        };
    }

    private <T extends AutoCloseable> T running(T part) {
        running.push(part);
        return part;
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable part : running) {
            part.close();
        }
    }

    @Test
    void nothing_is_left_in_memory_and_nothing_in_the_folders() throws Exception {
        Path walletBefore = wallet.dump("before");
        Path clinicianBefore = clinician.dump("before");
        liveThroughTheMainJob();
        List<Word> keys = keys();
        List<Word> secrets = with(keys, PATIENTS_PASSPHRASE, CLINICIANS_PASSPHRASE);
        List<Word> words = withNames(secrets);
        Traces inWallet = traces(words, walletBefore);
        Traces inClinician = traces(words, clinicianBefore);

        requireEverything(inWallet.inFile(wallet.dump("open")));
        requireEverything(inClinician.inFile(clinician.dump("open")));

        wallet.order("lock");
        clinician.order("lock");
        Traces inFolders = traces(with(words, "%PDF-"));
        assertAll(
                () -> assertEquals(Set.of(), left(inWallet, wallet), "in the memory of the locked wallet"),
                () -> assertEquals(Set.of(), left(inClinician, clinician), "in that of the locked clinician's program"),
                () -> assertEquals(List.of(), inFolders.in(wallet.folder())),
                () -> assertEquals(List.of(), inFolders.in(clinician.folder())));
    }

    private void liveThroughTheMainJob() throws IOException {
        SamplePatient patient = CASE.patient();
        wallet.order(
                "create",
                patient.fullName(),
                patient.birthDate().toString(),
                patient.mrn(),
                patient.postcode(),
                PATIENTS_PASSPHRASE);
        clinician.order("apply", "Dr. Maya Chen", NPI, CLINICIANS_PASSPHRASE);
        new OfficersAtWork(network, CLOCK, RANDOM).decide();
        clinician.order("join");
        wallet.order("connect");
        wallet.order("allow", NPI);
        clinician.order("link", wallet.order("words"), patient.mrn());
        String documents = clinician.order("upload");
        wallet.order("confirm", documents);
        clinician.order("view", documents);
        wallet.order("open-own");
        clinician.order("open-patients");
    }

    /** So the search sees what is in a memory. */
    private static void requireEverything(SortedSet<String> found) {
        for (String what : List.of("key", "part of ", CASE.patient().familyName())) {
            assertTrue(found.stream().anyMatch(trace -> trace.contains(what)), () -> what + " is not in " + found);
        }
    }

    /** What is still found when what was going on at the lock has had its time. */
    private static Set<String> left(Traces traces, ProgramAtWork program) throws IOException {
        Set<String> left = Set.of("not looked yet");
        for (int look = 0; look < LOOKS && !left.isEmpty(); look++) {
            left = traces.inFile(program.dump("locked"));
        }
        return left;
    }

    private List<Word> withNames(List<Word> words) throws IOException {
        SamplePatient patient = CASE.patient();
        List<Word> all = with(
                words,
                patient.fullName(),
                patient.familyName(),
                patient.listedName(),
                patient.birthDate().toString(),
                patient.mrn());
        for (Path file : sources()) {
            all.add(Word.of(String.valueOf(file.getFileName())));
        }
        return all;
    }

    private static List<Word> with(List<Word> words, String... texts) {
        var all = new ArrayList<>(words);
        Stream.of(texts).map(Word::of).forEach(all::add);
        return all;
    }

    private List<Path> sources() throws IOException {
        try (var files = Files.list(exports())) {
            return files.toList();
        }
    }

    private Traces traces(List<Word> words, Path... controls) throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (Path file : sources()) {
            contents.putAll(SourceFile.contents(file));
        }
        var traces = new Traces(words, contents);
        for (Path control : controls) {
            traces.passOver(control);
            Files.delete(control);
        }
        return traces;
    }

    /** The secret keys of both vaults, and those that the patient's root gives to clinicians. */
    private List<Word> keys() throws Exception {
        var keys = new ArrayList<Word>();
        try (var passphrase = Passphrase.of(PATIENTS_PASSPHRASE.toCharArray());
                KeyVault vault = vault("wallet").unlock(passphrase);
                var owner = new VaultedKeys(vault).ownerKeys()) {
            keys.addAll(secrets("patient's", vault));
            for (DocumentCategory category : DocumentCategory.values()) {
                try (var pair = owner.root().categoryKeys(category.name(), 0)) {
                    keys.add(new Word("category key " + category, Bytes.of(pair.revealSeed())));
                }
            }
        }
        try (var passphrase = Passphrase.of(CLINICIANS_PASSPHRASE.toCharArray());
                KeyVault vault = vault("clinician").unlock(passphrase)) {
            keys.addAll(secrets("clinician's", vault));
        }
        return keys;
    }

    private static List<Word> secrets(String whose, KeyVault vault) {
        return vault.names().stream()
                .filter(name -> name.endsWith("-key"))
                .map(name ->
                        new Word(whose + " " + name, Bytes.of(vault.entry(name).orElseThrow())))
                .collect(Collectors.toList());
    }

    private KeyVaultFile vault(String program) {
        return new KeyVaultFile(folder.resolve(program).resolve(program + ".vault"), RANDOM);
    }

    private Path exports() {
        return folder.resolve("exports");
    }
}
