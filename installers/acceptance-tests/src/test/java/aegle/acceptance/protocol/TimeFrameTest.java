// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aegle.acceptance.EmbeddedOnly;
import aegle.client.membership.HttpMembershipDirectory;
import aegle.clinician.ui.Failures;
import aegle.crypto.identity.SigningKeyPair;
import aegle.desktop.kit.Messages;
import aegle.embedded.NetworkParts;
import aegle.record.call.PermissionCalls.ListGrantedPermissions;
import aegle.record.call.StoreCalls.GrantUrls;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Permission;
import aegle.record.permission.Right;
import aegle.record.permission.ValidityPeriod;
import aegle.sharing.AccessDeniedException;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.SharingException;
import aegle.sharing.TransferProgress;
import aegle.sharing.retrieval.GrantedRecord;
import aegle.wallet.text.FailureTexts;
import aegle.wallet.text.WalletTexts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Rights begin and end at their moment, by the ledger's answer and not by the program's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimeFrameTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final DocumentCategory DOSE = DocumentCategory.RADIATION_DOSE;

    private Participants participants;
    private ClinicianDesk chen;
    private Path file;

    @BeforeAll
    void found_the_network(@TempDir Path folder) throws Exception {
        file = Files.writeString(folder.resolve("dose.pdf"), "what was delivered");
        participants = Participants.on(folder);
        chen = participants.mayaChen();
    }

    @AfterAll
    void stop_the_network() {
        if (participants != null) { // not founded where the class is skipped
            participants.close();
        }
    }

    @Test
    void a_permission_opens_inside_its_frame_and_neither_before_nor_after() throws Exception {
        var scene = new Scene(participants.tomWeber());
        Instant from = Participants.CLOCK.instant().plusSeconds(4);
        Permission permission = scene.anna.allow(
                scene.clinician.member,
                Set.of(DOSE),
                new ValidityPeriod(from, from.plusSeconds(5)),
                Right.READ,
                Right.WRITE);

        assertEquals(
                Optional.of(LedgerErrorCode.PERMISSION_NOT_YET_VALID),
                Refusals.denial(scene.clinician, scene.document, Optional.of(permission)));
        requireRefusal(LedgerErrorCode.PERMISSION_NOT_YET_VALID, () -> urls(scene.clinician, permission));

        awaitAnswer("the frame begins", Optional.empty(), () -> urls(scene.clinician, permission));
        GrantedRecord during = scene.clinician.recordOf(scene.anna);
        assertArrayEquals(Files.readAllBytes(file), scene.clinician.read(scene.anna, scene.document));

        awaitAnswer(
                "the frame ends",
                Optional.of(LedgerErrorCode.PERMISSION_EXPIRED),
                () -> urls(scene.clinician, permission));
        scene.requireNothingGoes(during, LedgerErrorCode.PERMISSION_EXPIRED);
    }

    @Test
    void a_clock_that_is_far_behind_is_named_and_nobodys_keys_are_blamed() {
        var behind = new MovableClock();
        behind.put(Duration.ofMinutes(-20));

        try (var membership =
                        new HttpMembershipDirectory(participants.network().profile(), behind, Participants.RANDOM);
                var key = SigningKeyPair.generate(Participants.RANDOM)) {
            assertEquals(
                    "The clock of this computer is 20 minutes behind the hospitals’.",
                    saidByWallet(() -> membership.enrollPatient(key)));
            behind.put(Duration.ofMinutes(-2));
            assertDoesNotThrow(() -> membership.enrollPatient(key));
        }
    }

    @Test
    @EmbeddedOnly("gives the hospitals another clock than this computer's")
    void a_clock_that_is_off_is_told_with_the_amount(@TempDir Path folder) throws Exception {
        var hospitals = new MovableClock();
        try (var others = Participants.on(folder, NetworkParts.standard(hospitals, Participants.RANDOM))) {
            ClinicianDesk weber = others.tomWeber();
            PatientDesk anna = others.anna();

            hospitals.put(Duration.ofMinutes(-4)); // certificates are dated back by five

            assertEquals(
                    "This computer’s clock is 4 minutes ahead of the hospitals’.",
                    saidByClinicianProgram(() -> weber.records.permissions()));
            assertEquals(
                    "The clock of this computer is 4 minutes ahead of the hospitals’.",
                    saidByWallet(() -> anna.documents.entries()));

            hospitals.put(Duration.ofMinutes(20));

            assertEquals(
                    "This computer’s clock is 20 minutes behind the hospitals’.",
                    saidByClinicianProgram(() -> weber.records.permissions()));
        }
    }

    private static String saidByClinicianProgram(Executable call) {
        var refusal = assertThrows(LedgerRefusalException.class, call);
        var texts = Messages.load(Locale.ENGLISH, "aegle.clinician.texts");
        return new Failures(texts).explain(refusal).sentence();
    }

    private static String saidByWallet(Executable call) {
        var refusal = assertThrows(LedgerRefusalException.class, call);
        var texts = new WalletTexts(
                Messages.load(Locale.ENGLISH, "aegle.wallet.texts"), Participants.CLOCK, hospital -> hospital.value());
        return new FailureTexts(texts).notice(refusal).sentence();
    }

    @Test
    void a_lapsed_attestation_stops_a_clinician_whatever_patients_allow() throws Exception {
        var scene = new Scene(participants.clinician("Dr. Ines Duarte", "1122334455"));
        scene.anna.allow(scene.clinician.member, Right.READ, Right.WRITE);
        GrantedRecord during = scene.clinician.recordOf(scene.anna);
        scene.clinician.read(scene.anna, scene.document);

        participants.renewAttestation(
                scene.clinician.member, Participants.CLOCK.instant().plusSeconds(4));
        awaitAnswer(
                "the attestation lapses",
                Optional.of(LedgerErrorCode.ATTESTATION_LAPSED),
                () -> scene.clinician.ledger.evaluate(new ListGrantedPermissions(10, "")));

        scene.requireNothingGoes(during, LedgerErrorCode.ATTESTATION_LAPSED);
    }

    @Test
    void a_revoked_member_is_stopped_at_once_whatever_patients_allow() throws Exception {
        var scene = new Scene(participants.clinician("Dr. Piet Brandt", "1222333449"));
        scene.anna.allow(scene.clinician.member, Right.READ, Right.WRITE);
        GrantedRecord during = scene.clinician.recordOf(scene.anna);
        scene.clinician.read(scene.anna, scene.document);

        participants.revokeMembership(scene.clinician.member);

        scene.requireNothingGoes(during, LedgerErrorCode.MEMBER_REVOKED);
        requireRefusal(LedgerErrorCode.MEMBER_REVOKED, () -> scene.anna.allow(scene.clinician.member, Right.READ));
    }

    private static Object urls(ClinicianDesk clinician, Permission permission) throws SharingException {
        return clinician.ledger.evaluate(new GrantUrls(permission.record(), permission.id()));
    }

    private static void requireRefusal(LedgerErrorCode code, Executable call) {
        assertEquals(code, assertThrows(LedgerRefusalException.class, call).code());
    }

    private static void awaitAnswer(String what, Optional<LedgerErrorCode> answer, Call call) throws Exception {
        Await.until(LIMIT, what, () -> {
            try {
                call.ask();
                return answer.isEmpty();
            } catch (LedgerRefusalException e) {
                return answer.filter(e.code()::equals).isPresent();
            }
        });
    }

    /** What is asked of the ledger. */
    @FunctionalInterface
    private interface Call {
        Object ask() throws SharingException;
    }

    /** Anna, whose record has a document, and a clinician whose right to it will end. */
    private final class Scene {
        private final PatientDesk anna;
        private final ClinicianDesk clinician;
        private final DocumentEntry document;

        Scene(ClinicianDesk clinician) throws SharingException {
            this.clinician = clinician;
            anna = participants.anna();
            anna.allow(chen.member, Right.READ, Right.WRITE);
            chen.link(anna);
            document = chen.upload(anna, file, DOSE);
        }

        /** With the record as the clinician saw it while she was allowed: no look, no list, no upload, and nothing kept. */
        void requireNothingGoes(GrantedRecord during, LedgerErrorCode code) throws Exception {
            var before = RecordListing.of(anna);
            var denied = assertThrows(
                    AccessDeniedException.class,
                    () -> clinician
                            .documents
                            .open(during, document, TransferProgress.none())
                            .close());
            assertEquals(code, denied.reason());
            requireRefusal(code, () -> clinician.documents.list(during));
            clinician.links.confirm(
                    new aegle.sharing.link.IdentityLinks.LinkCandidate(
                            during.id(),
                            during.ownerKey(),
                            "N-4711",
                            aegle.sharing.link.LinkWay.WORDS_IN_PERSON,
                            clinician.member.professional().name()),
                    anna.keys.linkWords().toString());
            var linked = new GrantedRecord(
                    during.id(),
                    during.ownerKey(),
                    during.patient(),
                    during.permissions(),
                    during.categoryKeys(),
                    clinician.links.find(during.id(), during.ownerKey()));
            requireRefusal(code, () -> clinician.upload.upload(linked, Drafts.of(file, DOSE), TransferProgress.none()));
            assertEquals(before.documents(), RecordListing.of(anna).documents());
            assertEquals(0, Files.exists(clinician.cacheFolder()) ? count(clinician.cacheFolder()) : 0);
        }

        private long count(Path folder) throws java.io.IOException {
            try (var files = Files.list(folder)) {
                return files.count();
            }
        }
    }
}
