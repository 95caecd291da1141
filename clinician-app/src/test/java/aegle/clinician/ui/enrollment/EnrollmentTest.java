// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui.enrollment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.clinician.testdata.Screens;
import aegle.desktop.testkit.ShownWindow;
import aegle.record.MspId;
import aegle.record.member.ProfessionalData;
import aegle.sharing.ConnectionProfile.Peer;
import aegle.sharing.MembershipUnavailableException;
import aegle.sharing.SharingException;
import aegle.sharing.enrollment.ClinicianApplication;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class EnrollmentTest {
    private static final List<Peer> HOSPITALS = List.of(
            new Peer("NorthMSP", "North Hospital", "localhost:1", ""), new Peer("SouthMSP", "South Hospital", "", ""));

    private final Office office = new Office();
    private final AtomicInteger joined = new AtomicInteger();

    @Test
    void a_mistyped_npi_and_an_empty_name_are_said_and_nothing_is_sent() throws Exception {
        try (ShownWindow window = Screens.english()) {
            show(window);
            window.robot().type("enroll-npi", "12345").press(KeyCode.ENTER);
            window.robot().awaitText("enroll-npi-problem", "ten digits");
            window.robot().awaitText("enroll-name-problem", "give your name");
            window.robot().type("enroll-npi", "1234567890").click("enroll-submit");
            window.robot().awaitText("enroll-npi-problem", "typing mistake");
            window.pictures(Screens.SHOTS, "enroll-problems");
            assertEquals(Optional.empty(), office.applied);
        }
    }

    @Test
    void the_application_names_person_hospital_and_specialty_and_goes_on_when_the_officers_have_decided()
            throws Exception {
        try (ShownWindow window = Screens.english()) {
            show(window);
            apply(window);
            window.robot().await("enroll-state");
            window.pictures(Screens.SHOTS, "enroll-waiting");
            var professional = office.applied.orElseThrow();
            assertEquals("Dr. Mira Chen", professional.name());
            assertEquals("2085R0001X", professional.taxonomy());
            assertEquals(Optional.of(new MspId("NorthMSP")), office.hospital);
            assertEquals(0, joined.get());

            office.decided = true;
            window.robot().until("she is a member", () -> joined.get() == 1);
        }
    }

    @Test
    void without_the_service_what_was_typed_is_kept() throws Exception {
        office.trouble = Optional.of(new MembershipUnavailableException("down", new IOException()));
        try (ShownWindow window = Screens.english()) {
            show(window);
            apply(window);
            window.robot().awaitText("enroll-problem", "does not answer");
            assertEquals("Dr. Mira Chen", window.robot().text("enroll-name"));
            assertFalse(window.robot().isSeen("enroll-state"));
        }
    }

    @Test
    void what_was_sent_can_be_corrected() throws Exception {
        try (ShownWindow window = Screens.english()) {
            show(window);
            apply(window);
            window.robot()
                    .click("enroll-correct")
                    .type("enroll-name", "Dr. Mira E. Chen")
                    .click("enroll-submit");
            window.robot().await("enroll-state");
            assertEquals("Dr. Mira E. Chen", office.applied.orElseThrow().name());
        }
    }

    @Test
    void form_and_waiting_are_readable_in_german_at_twice_the_text_size() throws Exception {
        try (ShownWindow window = Screens.german()) {
            show(window);
            window.textScale(2);
            window.pictures(Screens.SHOTS, "de-200-enroll");
            assertEquals(List.of(), window.clippedTexts());
            apply(window);
            window.robot().await("enroll-state");
            window.pictures(Screens.SHOTS, "de-200-enroll-waiting");
            assertEquals(List.of(), window.clippedTexts());
        }
    }

    private static void apply(ShownWindow window) {
        window.robot()
                .fill("enroll-name", "Dr. Mira Chen")
                .fill("enroll-npi", "1234567893")
                .click("enroll-submit");
        assertTrue(window.robot().texts().size() > 2);
    }

    private void show(ShownWindow window) {
        window.showView(() -> new EnrollmentView(
                new EnrollmentViewModel(
                        office, HOSPITALS, window.background(), window.messages(), joined::incrementAndGet),
                window.messages()));
    }

    /** A hospital's office that decides when the test says so. */
    private static final class Office implements EnrollmentDesk {
        private Optional<ProfessionalData> applied = Optional.empty();
        private Optional<MspId> hospital = Optional.empty();
        private Optional<SharingException> trouble = Optional.empty();
        private volatile boolean decided;

        @Override
        public Optional<ClinicianApplication> application() {
            return Optional.empty();
        }

        @Override
        public void apply(MspId at, ProfessionalData professional) throws SharingException {
            if (trouble.isPresent()) {
                throw trouble.get();
            }
            hospital = Optional.of(at);
            applied = Optional.of(professional);
        }

        @Override
        public boolean joins() {
            return decided;
        }
    }
}
