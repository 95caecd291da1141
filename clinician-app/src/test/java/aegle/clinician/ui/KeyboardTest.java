// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aegle.clinician.desk.PatientDocument;
import aegle.clinician.testdata.Documents;
import aegle.clinician.testdata.FakeDesk;
import aegle.clinician.testdata.Patients;
import aegle.clinician.testdata.Screens;
import aegle.desktop.testkit.ShownWindow;
import aegle.sharing.link.LinkWay;
import aegle.sharing.retrieval.GrantedRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clinician who has no mouse. */
class KeyboardTest {
    @TempDir
    private Path folder;

    private final FakeDesk desk = new FakeDesk();
    private final GrantedRecord maja = Patients.maja();
    private final PatientDocument summary = Documents.summary(maja);

    KeyboardTest() {
        desk.documents.put(maja.id(), List.of(Documents.laboratory(maja), summary));
    }

    @Test
    void a_way_of_comparing_that_arrow_keys_choose_is_the_one_that_is_kept() throws Exception {
        desk.records.add(maja);
        try (ShownWindow window = Screens.english()) {
            Screens.show(window, desk);
            window.robot().click("patient-0").click("confirm-identity").fill("link-words", FakeDesk.WORDS);
            tabTo(window, "link-way-WORDS_IN_PERSON");
            window.robot().press(KeyCode.DOWN).click("link-confirm");
            window.robot().awaitText("patient-identity", "Identity confirmed");
            assertEquals(Optional.of(LinkWay.LETTER), desk.comparedBy);
        }
    }

    @Test
    void enter_in_a_list_of_choices_chooses_and_does_not_upload() throws Exception {
        desk.records.add(Patients.confirmed(maja));
        desk.folder = Optional.of(folder);
        Files.write(
                folder.resolve("report.pdf"),
                Documents.aria(
                        "MC-1001",
                        LocalDate.of(1971, 5, 4),
                        LocalDate.of(2026, 5, 3),
                        "Laboratory Results",
                        "APPROVED"));
        try (ShownWindow window = Screens.english()) {
            Screens.show(window, desk);
            window.robot().click("patient-0").click("patient-upload").click("upload-add-export");
            window.robot().awaitText("upload-0-state", "Ready").click("upload-0-edit");
            window.robot().focus("upload-0-category").press(KeyCode.SPACE).press(KeyCode.DOWN);
            window.robot().press(KeyCode.ENTER).awaitText("upload-0-proposal", "radiation dose");
            window.awaitIdle();
            assertEquals(List.of(), desk.uploads);
            assertEquals("upload-0-category", window.robot().focused());
        }
    }

    @Test
    void keys_alone_open_a_patient_and_a_document() throws Exception {
        desk.records.add(Patients.confirmed(maja));
        desk.contents.put(summary.entry().id().hex(), Documents.pdf("Delivered dose"));
        try (ShownWindow window = Screens.english()) {
            Screens.show(window, desk);
            window.robot().focus("patients-search");
            tabTo(window, "patient-0");
            window.robot().press(KeyCode.ENTER).await("document-0");
            window.awaitIdle();
            tabTo(window, "document-0");
            window.robot().press(KeyCode.SPACE).awaitText("viewer-title", "Treatment summary");
            window.robot().press(KeyCode.ESCAPE).await("document-0");
            window.robot().press(KeyCode.ESCAPE).await("patient-0");
        }
    }

    @Test
    void the_place_is_kept_when_a_list_is_shown_anew() throws Exception {
        desk.records.addAll(List.of(maja, Patients.confirmed(Patients.jonas())));
        try (ShownWindow window = Screens.english()) {
            ClinicianScreens screens = Screens.show(window, desk);
            window.robot().focus("patients-search");
            tabTo(window, "patient-1");
            window.robot().press(KeyCode.ENTER).await("document-0");
            tabTo(window, "filter-all");
            window.robot().press(KeyCode.RIGHT).awaitGone("document-0");
            window.robot().press(KeyCode.RIGHT).await("document-0").awaitGone("document-1");
            assertEquals("filter-LABORATORY_RESULTS", window.robot().focused());
            window.robot().press(KeyCode.ESCAPE).await("patient-1");
            assertEquals("patient-1", window.robot().focused(), "back where one came from");

            desk.records.add(Patients.longName());
            ShownWindow.onFx(() -> {
                screens.hint(maja.id());
                return true;
            });
            window.robot().await("patient-2");
            assertEquals("patient-1", window.robot().focused());
        }
    }

    @Test
    void tab_leaves_a_field_of_several_lines() throws Exception {
        try (ShownWindow window = Screens.english()) {
            Screens.show(window, desk);
            window.robot().click("nav-requests").focus("ask-code");
            tabTo(window, "ask-reason");
            tabTo(window, "ask-send");
            window.robot().press(KeyCode.SHIFT, KeyCode.TAB);
            assertEquals("ask-reason", window.robot().focused());
            assertEquals("", window.robot().text("ask-reason"));
        }
    }

    private static void tabTo(ShownWindow window, String id) {
        Set<String> passed = new HashSet<>();
        for (int i = 0; i < 40 && !window.robot().focused().equals(id); i++) {
            passed.add(window.robot().focused());
            window.robot().press(KeyCode.TAB);
        }
        assertEquals(id, window.robot().focused(), passed.toString());
    }
}
