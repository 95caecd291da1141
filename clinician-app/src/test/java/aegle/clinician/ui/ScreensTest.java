// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.clinician.desk.PatientDocument;
import aegle.clinician.desk.PatientOverview;
import aegle.clinician.testdata.Documents;
import aegle.clinician.testdata.FakeDesk;
import aegle.clinician.testdata.Patients;
import aegle.clinician.testdata.Screens;
import aegle.crypto.Digest;
import aegle.desktop.testkit.ShownWindow;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.metadata.DocumentCategory;
import aegle.record.permission.Right;
import aegle.sharing.IntegrityCheck;
import aegle.sharing.LedgerUnavailableException;
import aegle.sharing.RecordIntegrityException;
import aegle.sharing.retrieval.DocumentReference;
import aegle.sharing.retrieval.GrantedRecord;
import aegle.sharing.retrieval.ListedDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The program's screens as one sees them, on a desk without a network. */
class ScreensTest {
    @TempDir
    private Path folder;

    private final FakeDesk desk = new FakeDesk();
    private final GrantedRecord maja = Patients.maja();
    private final PatientDocument laboratory = Documents.laboratory(maja);
    private final PatientDocument summary = Documents.summary(maja);

    ScreensTest() {
        desk.documents.put(maja.id(), List.of(laboratory, summary));
    }

    @Test
    void patients_are_listed_by_name_and_found_as_one_types() throws Exception {
        someone();
        desk.ended.add(new PatientOverview.Ended(
                Patients.maja().permissions().getFirst().revoked(Patients.NOW), Optional.of("Ada Novak")));
        try (ShownWindow window = Screens.english()) {
            Screens.show(window, desk);
            window.robot().await("patient-2");
            assertEquals("Jonas Okafor", window.robot().text("patient-0-name"));
            assertEquals("Maja Andersson", window.robot().text("patient-1-name"));
            window.robot().awaitText("ended-0", "Ada Novak stopped it: today, 09:40.");
            window.pictures(Screens.SHOTS, "patients");

            window.robot().fill("patients-search", "mc-1001").awaitGone("patient-1");
            assertEquals("Maja Andersson", window.robot().text("patient-0-name"));
            window.robot().fill("patients-search", "nobody").awaitText("patients-nobody", "nobody");
        }
    }

    @Test
    void nobody_yet_says_what_to_do_first() throws Exception {
        try (ShownWindow window = Screens.english()) {
            Screens.show(window, desk);
            window.robot().await("ask-first");
            window.pictures(Screens.SHOTS, "patients-empty");
            window.robot().click("ask-first").await("ask-code");
        }
    }

    @Test
    void without_the_network_the_list_stays_and_says_so() throws Exception {
        someone();
        try (ShownWindow window = Screens.english()) {
            Screens.show(window, desk);
            desk.trouble = Optional.of(new LedgerUnavailableException("down", new IOException()));
            window.robot().click("patients-refresh").awaitText("patients-problem", "No hospital answers");
            assertTrue(window.robot().isSeen("patient-0"));
            window.pictures(Screens.SHOTS, "patients-offline");
        }
    }

    @Test
    void uploading_is_off_until_the_six_words_were_compared() throws Exception {
        desk.records.add(maja);
        try (ShownWindow window = Screens.english()) {
            Screens.show(window, desk);
            window.robot().click("patient-0").awaitText("patient-identity", "not confirmed");
            window.robot().await("document-1").awaitText("patient-upload-obstacle", "compare six words");
            assertTrue(isDisabled(window, "patient-upload"));
            window.pictures(Screens.SHOTS, "patient-unconfirmed");

            window.robot().click("confirm-identity").await("link-words");
            window.robot().type("link-words", "abandon ability able").click("link-confirm");
            window.robot().awaitText("link-words-problem", "all six words");
            window.robot()
                    .type("link-words", "zoo ability able about above absent")
                    .press(KeyCode.ENTER);
            window.robot().awaitText("link-words-problem", "belongs to somebody else");
            window.pictures(Screens.SHOTS, "confirm-identity-wrong");
            assertEquals(0, desk.links);

            window.robot().fill("link-words", FakeDesk.WORDS).click("link-confirm");
            window.robot().awaitText("patient-identity", "Identity confirmed");
            window.robot().awaitGone("patient-upload-obstacle");
            window.awaitIdle();
            assertFalse(isDisabled(window, "patient-upload"));
            window.pictures(Screens.SHOTS, "patient");
        }
    }

    @Test
    void screens_made_anew_after_a_lock_are_at_the_same_document_of_the_same_patient() throws Exception {
        desk.records.add(Patients.confirmed(maja));
        desk.contents.put(summary.entry().id().hex(), Documents.pdf("Haemoglobin"));
        try (ShownWindow window = Screens.english()) {
            ClinicianScreens before = Screens.show(window, desk);
            window.robot().click("patient-0").click("document-0").await("viewer-page-1");
            var at = ShownWindow.onFx(before::whereabouts);
            ShownWindow.onFx(() -> {
                before.close();
                return true;
            });

            desk.contents.put(summary.entry().id().hex(), Documents.pdf("Haemoglobin"));
            Screens.show(window, desk, at);
            window.robot().await("viewer-page-1").press(KeyCode.ESCAPE).await("document-1");
            window.robot().press(KeyCode.ESCAPE).await("patients-search");
        }
    }

    @Test
    void a_document_is_a_card_as_high_as_its_text_in_every_window() throws Exception {
        desk.records.add(Patients.confirmed(maja));
        try (ShownWindow window = Screens.english()) {
            Screens.show(window, desk);
            for (int documents : List.of(1, 2, 7)) {
                var list = new ArrayList<PatientDocument>();
                for (int i = 0; i < documents; i++) {
                    list.add(i % 2 == 0 ? Documents.laboratory(maja) : Documents.summary(maja));
                }
                desk.documents.put(maja.id(), list);
                window.robot().click("nav-patients").click("patient-0").await("document-" + (documents - 1));
                for (int[] size : new int[][] {{1280, 800}, {1000, 700}}) {
                    resize(window, size[0], size[1]);
                    window.pictures(Screens.SHOTS, "patient-" + documents + "-" + size[0] + "x" + size[1]);
                    double height = ShownWindow.onFx(() -> window.shell()
                            .root()
                            .lookup("#document-0")
                            .getBoundsInLocal()
                            .getHeight());
                    assertTrue(height < 160, "a card is " + height + " high");
                    assertEquals(List.of(), window.clippedTexts());
                }
            }
        }
    }

    @Test
    void a_document_is_shown_under_two_identifiers_with_the_digest_of_its_bytes() throws Exception {
        desk.records.add(Patients.confirmed(maja));
        byte[] pdf = Documents.pdf("Hemoglobin 13.2 g/dL", "Leukocytes 6.1");
        String digest = Digest.sha256Of(pdf).hex();
        desk.contents.put(laboratory.entry().id().hex(), pdf);
        desk.lastVisit = Optional.of(Patients.NOW.minusSeconds(7200));
        try (ShownWindow window = Screens.english()) {
            Screens.show(window, desk);
            window.robot().click("patient-0").click("filter-LABORATORY_RESULTS").click("document-0");
            window.robot().awaitText("viewer-title", "Laboratory report, 3 May 2026");
            window.robot().awaitText("patient-born", "4 May 1971").awaitText("patient-numbers", "MC-1001");
            window.robot().awaitAnywhere("As uploaded by Dr. Mira Chen, unchanged");
            window.robot().click("viewer-details-toggle");
            window.awaitIdle();
            window.pictures(Screens.SHOTS, "document");
            assertEquals(digest, window.robot().text("viewer-sha256"));
            assertEquals(
                    "MC-1001_2026-05-03_Laboratory_Results.pdf", window.robot().text("viewer-fact-file"));

            window.robot().click("viewer-back").await("document-0");
            window.awaitIdle();
            assertArrayEquals(new byte[pdf.length], pdf, "leaving wipes the document");
        }
    }

    @Test
    void reading_without_the_network_is_said_above_the_page() throws Exception {
        desk.records.add(maja);
        desk.contents.put(summary.entry().id().hex(), Documents.pdf("Delivered dose"));
        desk.seenOffline = Optional.of(Patients.NOW.minusSeconds(3600));
        try (ShownWindow window = Screens.english()) {
            Screens.show(window, desk);
            window.robot().click("patient-0").click("document-0");
            window.robot()
                    .awaitText(
                            "viewer-notice",
                            "Shown from this computer. Maja Andersson’s permission was last seen valid today, 08:40;"
                                    + " this look will be recorded.");
            window.pictures(Screens.SHOTS, "document-offline");
        }
    }

    @Test
    void a_refusal_says_why_and_leads_to_asking_again() throws Exception {
        desk.records.add(maja);
        desk.denial = LedgerErrorCode.PERMISSION_EXPIRED;
        try (ShownWindow window = Screens.english()) {
            Screens.show(window, desk);
            window.robot().click("patient-0").click("document-0");
            window.robot()
                    .awaitText(
                            "refusal-sentence",
                            "Maja Andersson’s permission for radiation dose ended after 30 June 2026.");
            window.pictures(Screens.SHOTS, "document-refused");
            assertFalse(window.robot().isSeen("refusal-quote"), "a code is nothing to read beside the sentence");
            window.robot().click("refusal-details").awaitText("refusal-quote", "PERMISSION_EXPIRED");
            window.robot().click("refusal-ask").await("ask-code");
        }
    }

    @Test
    void a_failed_check_shows_nothing_of_the_document() throws Exception {
        desk.records.add(maja);
        try (ShownWindow window = Screens.english()) {
            Screens.show(window, desk);
            window.robot().click("patient-0").await("document-0");
            desk.trouble = Optional.of(new RecordIntegrityException(IntegrityCheck.COMMITMENT));
            window.robot().click("document-0").awaitText("refusal-sentence", "a check failed. It stays closed.");
            assertFalse(window.robot().isSeen("viewer-title"));
            assertFalse(window.robot().isSeen("refusal-again"));
            window.pictures(Screens.SHOTS, "document-integrity");
        }
    }

    @Test
    void an_ended_permission_empties_the_open_page() throws Exception {
        desk.records.add(maja);
        try (ShownWindow window = Screens.english()) {
            ClinicianScreens screens = Screens.show(window, desk);
            window.robot().click("patient-0").await("document-0");
            desk.records.clear();
            ShownWindow.onFx(() -> {
                screens.hint(maja.id());
                return true;
            });
            window.robot()
                    .awaitText("patient-ended", "no longer allows you anything")
                    .awaitGone("document-0");
            window.pictures(Screens.SHOTS, "patient-ended");
        }
    }

    @Test
    void an_ended_permission_closes_and_wipes_the_open_document() throws Exception {
        desk.records.add(maja);
        byte[] pdf = Documents.pdf("Delivered dose");
        desk.contents.put(summary.entry().id().hex(), pdf);
        try (ShownWindow window = Screens.english()) {
            ClinicianScreens screens = Screens.show(window, desk);
            window.robot().click("patient-0").click("document-0").await("viewer-page-1");
            desk.records.clear();
            ShownWindow.onFx(() -> {
                screens.hint(maja.id());
                return true;
            });
            window.robot().awaitText("refusal-sentence", "has stopped").awaitText("notice-sentence", "has ended");
            window.awaitIdle();
            assertEquals("refusal-ask", window.robot().focused());
            assertArrayEquals(new byte[pdf.length], pdf, "what was shown is wiped");
            window.pictures(Screens.SHOTS, "document-ended");
        }
    }

    @Test
    void a_permission_that_is_narrowed_closes_the_document_that_it_no_longer_covers() throws Exception {
        desk.records.add(maja);
        desk.contents.put(summary.entry().id().hex(), Documents.pdf("Delivered dose"));
        try (ShownWindow window = Screens.english()) {
            ClinicianScreens screens = Screens.show(window, desk);
            window.robot().click("patient-0").click("document-0").await("viewer-page-1");
            desk.records.set(
                    0,
                    Patients.with(
                            maja,
                            Patients.permission(
                                    maja.id(), Set.of(Right.READ), Set.of(DocumentCategory.LABORATORY_RESULTS))));
            ShownWindow.onFx(() -> {
                screens.hint(maja.id());
                return true;
            });
            window.robot().await("refusal-sentence").awaitGone("viewer-page-1");
        }
    }

    @Test
    void a_reference_that_is_not_allowed_is_denied_with_the_way_out() throws Exception {
        desk.records.add(maja);
        var other = Documents.laboratory(Patients.jonas()).entry();
        try (ShownWindow window = Screens.english()) {
            Screens.show(window, desk);
            window.robot()
                    .click("open-reference")
                    .fill("reference-text", "aegle-document:12")
                    .click("reference-open");
            window.robot().awaitText("reference-text-problem", "not a document reference");
            window.robot()
                    .fill(
                            "reference-text",
                            new DocumentReference(other.subject().record(), other.id()).text())
                    .click("reference-open");
            window.robot().awaitText("reference-answer", "has not allowed this to you");
            window.pictures(Screens.SHOTS, "reference-denied");
            assertFalse(window.robot().isSeen("reference-quote"), "a code is nothing to read beside the sentence");
            window.robot().click("reference-details").awaitText("reference-quote", "PERMISSION_UNKNOWN");
            window.robot().click("reference-ask").await("ask-code");
        }
    }

    @Test
    void a_reference_that_the_permission_does_not_cover_is_asked_for_with_that_permission() throws Exception {
        var partly = Patients.permission(maja.id(), Set.of(Right.READ), Set.of(DocumentCategory.LABORATORY_RESULTS));
        desk.records.add(Patients.with(maja, partly));
        desk.denial = LedgerErrorCode.CATEGORY_NOT_COVERED;
        try (ShownWindow window = Screens.english()) {
            Screens.show(window, desk);
            window.robot()
                    .click("open-reference")
                    .fill(
                            "reference-text",
                            new DocumentReference(maja.id(), summary.entry().id()).text())
                    .press(KeyCode.CONTROL, KeyCode.END)
                    .click("reference-open")
                    .click("reference-details")
                    .awaitText("reference-quote", "CATEGORY_NOT_COVERED");
            assertEquals(Optional.of(partly), desk.askedWith, "the patient sees under which permission");
        }
    }

    @Test
    void a_mark_stands_only_where_the_signatures_hold() throws Exception {
        desk.records.add(maja);
        var forged = new PatientDocument(summary.listed(), false, summary.uploader());
        assertTrue(forged.entry().countersignature().isPresent());
        desk.documents.put(maja.id(), List.of(forged));
        try (ShownWindow window = Screens.english()) {
            Screens.show(window, desk);
            window.robot().click("patient-0").await("document-0");
            String confirmed = window.messages().text("document.countersigned");
            assertFalse(window.robot().texts().contains(confirmed));
        }
    }

    @Test
    void a_label_that_fails_a_check_is_said_in_the_list() throws Exception {
        desk.records.add(maja);
        var failing =
                new ListedDocument(summary.entry(), Optional.empty(), Optional.of(IntegrityCheck.CIPHERTEXT_DIGEST));
        desk.documents.put(
                maja.id(),
                List.of(new PatientDocument(failing, false, summary.uploader()), Documents.laboratory(maja)));
        try (ShownWindow window = Screens.english()) {
            Screens.show(window, desk);
            window.robot().click("patient-0").await("document-0-distrust").await("document-1");
            assertFalse(window.robot().isSeen("document-1-distrust"));
            assertFalse(
                    window.robot().texts().stream().anyMatch(text -> text.contains("CIPHERTEXT")),
                    "a code is nothing to read in a list");
        }
    }

    @Test
    void the_newest_documents_are_shown_while_older_ones_are_on_their_way() throws Exception {
        desk.records.add(maja);
        desk.portion = 1;
        var shown = new CountDownLatch(1);
        desk.beforeNextPortion = () -> awaitQuietly(shown);
        try (ShownWindow window = Screens.english()) {
            Screens.show(window, desk);
            window.robot().click("patient-0").await("document-0").await("patient-reading");
            assertFalse(window.robot().isSeen("document-1"));
            shown.countDown();
            window.robot().await("document-1");
            window.awaitIdle();
            assertFalse(window.robot().isSeen("patient-reading"));
        }
    }

    @Test
    void a_long_list_is_shown_a_hundred_at_a_time() throws Exception {
        desk.records.add(maja);
        var many = new ArrayList<PatientDocument>();
        for (int i = 0; i < 101; i++) {
            many.add(Documents.laboratory(maja));
        }
        desk.documents.put(maja.id(), many);
        try (ShownWindow window = Screens.english()) {
            Screens.show(window, desk);
            window.robot().click("patient-0").await("document-99").await("patient-more");
            assertFalse(window.robot().isSeen("document-100"));
            ShownWindow.onFx(() -> {
                ((Button) window.robot().stage().getScene().lookup("#patient-more")).fire();
                return true;
            });
            window.robot().await("document-100");
            assertFalse(window.robot().isSeen("patient-more"));
        }
    }

    @Test
    void a_reference_that_is_allowed_opens() throws Exception {
        desk.records.add(maja);
        desk.contents.put(summary.entry().id().hex(), Documents.pdf("Delivered dose"));
        try (ShownWindow window = Screens.english()) {
            Screens.show(window, desk);
            window.robot()
                    .click("open-reference")
                    .fill(
                            "reference-text",
                            new DocumentReference(maja.id(), summary.entry().id()).text())
                    .press(KeyCode.CONTROL, KeyCode.END)
                    .click("reference-open")
                    .awaitText("viewer-title", "Treatment summary");
        }
    }

    @Test
    void files_are_uploaded_from_the_export_folder_and_refused_ones_are_named() throws Exception {
        GrantedRecord confirmed = Patients.confirmed(maja);
        desk.records.add(confirmed);
        desk.folder = Optional.of(folder);
        LocalDate born = LocalDate.of(1971, 5, 4);
        LocalDate service = LocalDate.of(2026, 5, 3);
        Files.write(
                folder.resolve("a lab.pdf"),
                Documents.aria("MC-1001", born, service, "Laboratory Results", "APPROVED"));
        Files.write(
                folder.resolve("b wrong.pdf"), Documents.aria("MC-9", born, service, "Laboratory Results", "APPROVED"));
        Files.write(folder.resolve("c empty.pdf"), new byte[0]);
        Files.write(folder.resolve("d foreign.pdf"), Documents.pdf("Dear colleague"));
        try (ShownWindow window = Screens.english()) {
            Screens.show(window, desk);
            window.robot().click("patient-0").click("patient-upload");
            window.robot()
                    .awaitText("upload-export", "4 files in the ARIA export folder")
                    .click("upload-add-export");
            window.robot().awaitText("upload-0-state", "Ready");
            window.robot().awaitText("upload-1-state", "not among your patients");
            window.robot().awaitText("upload-1-reason", "hospital number MC-9");
            window.robot().awaitText("upload-2-state", "Refused: the file is empty.");
            window.robot().awaitText("upload-3-state", "Choose a category");
            window.pictures(Screens.SHOTS, "upload");

            window.robot().click("all-category-HISTORY_AND_PHYSICAL").click("all-checked");
            window.robot().awaitText("upload-3-state", "Ready").awaitText("upload-start", "2 documents");
            window.pictures(Screens.SHOTS, "upload-ready");
            window.robot().click("upload-start").awaitText("upload-summary", "2 of 2 added.");
            window.robot().awaitText("upload-0-state", "Added to the record of Maja Andersson");
            window.robot().awaitText("upload-left", "2 files cannot be added as they are");
            window.pictures(Screens.SHOTS, "upload-done");
            assertEquals(2, desk.uploads.size());
        }
    }

    @Test
    void files_that_are_dropped_on_the_window_are_checked_like_chosen_ones() throws Exception {
        desk.records.add(Patients.confirmed(maja));
        Path report = Files.write(
                folder.resolve("report.pdf"),
                Documents.aria(
                        "MC-1001",
                        LocalDate.of(1971, 5, 4),
                        LocalDate.of(2026, 5, 3),
                        "Laboratory Results",
                        "APPROVED"));
        try (ShownWindow window = Screens.english()) {
            Screens.show(window, desk);
            window.robot().click("patient-0").click("patient-upload");
            window.robot().drop(Map.of(DataFormat.PLAIN_TEXT, "no file"), "upload-choose");
            window.robot().awaitAnywhere("No files yet");
            window.robot().drop(Map.of(DataFormat.FILES, List.of(report.toFile())), "upload-choose");
            window.robot().awaitText("upload-0-state", "Ready");
            assertEquals("report.pdf", window.robot().text("upload-0-file"));
        }
    }

    @Test
    void asking_checks_what_is_typed() throws Exception {
        try (ShownWindow window = Screens.english()) {
            Screens.show(window, desk);
            window.robot().click("nav-requests").type("ask-days", "0").click("ask-send");
            window.robot().awaitText("ask-code-problem", "paste the patient’s code");
            window.robot().awaitText("ask-days-problem", "1 to 3660");
            window.robot().awaitText("ask-reason-problem", "say why");
            window.robot().fill("ask-code", "aegle:AAAA").click("ask-send");
            window.robot().awaitText("ask-code-problem", "not a patient’s code");
            window.pictures(Screens.SHOTS, "ask");
            assertEquals(List.of(), desk.wishes);
        }
    }

    @Test
    void the_export_folder_can_be_changed_to_one_that_exists() throws Exception {
        try (ShownWindow window = Screens.english()) {
            Screens.show(window, desk);
            window.robot().click("nav-settings").awaitText("settings-name", "Dr. Mira Chen");
            window.robot()
                    .fill("settings-folder", folder.resolve("none").toString())
                    .click("settings-save");
            window.robot().awaitText("settings-folder-problem", "no such folder");
            window.robot().fill("settings-folder", folder.toString()).click("settings-save");
            window.robot().awaitText("settings-saved", "Saved");
            window.pictures(Screens.SHOTS, "settings");
            assertEquals(Optional.of(folder), desk.folder);
        }
    }

    @Test
    void everything_is_readable_in_german_at_twice_the_text_size() throws Exception {
        desk.records.addAll(List.of(Patients.longName(), maja));
        GrantedRecord confirmed = Patients.confirmed(Patients.longName());
        desk.records.add(confirmed);
        desk.documents.put(confirmed.id(), List.of(laboratory, summary));
        desk.folder = Optional.of(folder);
        Files.write(folder.resolve("Ärztlicher Befund.pdf"), Documents.pdf("Sehr geehrte Kollegin"));
        try (ShownWindow window = Screens.german()) {
            ClinicianScreens screens = Screens.show(window, desk);
            window.textScale(2);
            look(window, "de-200-patients");
            window.robot().click("patient-0").await("document-0");
            look(window, "de-200-patient");
            window.robot().click("document-0").await("refusal-sentence");
            look(window, "de-200-refused");
            back(screens);
            window.robot().click("confirm-identity").await("link-words");
            look(window, "de-200-confirm");
            window.robot().click("nav-upload").click("upload-add-export").await("upload-0-state");
            window.awaitIdle();
            window.robot().click("upload-0-edit").await("upload-0-category");
            look(window, "de-200-upload");
            window.robot().click("nav-requests").click("ask-send").await("ask-code-problem");
            look(window, "de-200-ask");
            window.robot().click("nav-settings").await("settings-words");
            look(window, "de-200-settings");
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS), "nobody has looked at what is there");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void someone() {
        desk.records.addAll(List.of(maja, Patients.longName(), Patients.confirmed(Patients.jonas())));
    }

    private static void back(ClinicianScreens screens) {
        ShownWindow.onFx(() -> screens.navigation().back());
    }

    private static void look(ShownWindow window, String name) throws InterruptedException {
        window.awaitIdle();
        window.pictures(Screens.SHOTS, name);
        assertEquals(List.of(), window.clippedTexts(), name);
    }

    private static void resize(ShownWindow window, double width, double height) {
        ShownWindow.onFx(() -> {
            window.robot().stage().setWidth(width);
            window.robot().stage().setHeight(height);
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean isDisabled(ShownWindow window, String id) {
        return ShownWindow.onFx(() -> {
            Node node = window.shell().root().lookup("#" + id);
            return node == null || node.isDisabled();
        });
    }
}
