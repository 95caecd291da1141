// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.clinician.aria.AriaExportReader;
import aegle.clinician.aria.AriaProfile;
import aegle.clinician.testdata.Documents;
import aegle.clinician.testdata.FakeDesk;
import aegle.clinician.testdata.Patients;
import aegle.clinician.testdata.Screens;
import aegle.desktop.kit.Messages;
import aegle.desktop.testkit.TestBackground;
import aegle.record.metadata.DocumentCategory;
import aegle.record.permission.Right;
import aegle.sharing.OperationPendingException;
import aegle.sharing.StoreUnavailableException;
import aegle.sharing.retrieval.GrantedRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadTest {
    private static final LocalDate BORN = LocalDate.of(1971, 5, 4);
    private static final LocalDate SERVICE = LocalDate.of(2026, 5, 3);

    @TempDir
    private Path folder;

    private final TestBackground background = new TestBackground();
    private final FakeDesk desk = new FakeDesk();
    private final GrantedRecord maja = Patients.confirmed(Patients.maja());
    private final UploadViewModel model = uploads(Screens.reader());

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    void a_document_that_names_its_patient_twice_is_proposed_and_uploaded_without_a_word() throws Exception {
        UploadRow row = added(maja, aria("MC-1001", "Laboratory Results", "APPROVED"));

        assertEquals(
                RowState.READY, row.stateProperty().get(), row.messageProperty().get());
        assertEquals(Optional.of(maja), row.patientProperty().get());
        assertEquals(
                Optional.of(DocumentCategory.LABORATORY_RESULTS),
                row.categoryProperty().get());
        assertEquals(Optional.of(SERVICE), row.dateProperty().get());

        start();
        assertEquals(RowState.DONE, row.stateProperty().get());
        var draft = desk.uploads.getFirst();
        assertEquals("LABORATORY_REPORT", draft.documentType());
        assertEquals(SERVICE, draft.dateOfService());
        assertEquals("Laboratory Results", draft.title());
        assertEquals("1 of 1 added.", model.queue().summaryProperty().get());
    }

    @Test
    void another_patients_document_cannot_be_added_whatever_is_chosen() throws Exception {
        UploadRow row = added(maja, aria("MC-9999", "Laboratory Results", "APPROVED"));
        assertEquals(RowState.ATTENTION, row.stateProperty().get());
        assertTrue(row.patientProperty().get().isEmpty());

        onWindow(() -> {
            row.patientProperty().set(Optional.of(maja));
            row.checkedByHandProperty().set(true);
            model.chooseForAll(Optional.of(maja));
            model.checkAll(true);
        });
        assertEquals(RowState.ATTENTION, row.stateProperty().get());
        assertTrue(
                row.messageProperty().get().startsWith("Wrong patient?"),
                row.messageProperty().get());

        start();
        assertEquals(List.of(), desk.uploads);
    }

    @Test
    void nothing_is_added_before_the_identity_is_confirmed() throws Exception {
        GrantedRecord stranger = Patients.maja();
        UploadRow row = added(stranger, aria("MC-1001", "Laboratory Results", "APPROVED"));
        assertEquals(RowState.ATTENTION, row.stateProperty().get());
        assertTrue(row.messageProperty().get().contains("not confirmed yet"));

        onWindow(() -> model.know(List.of(Patients.confirmed(stranger))));
        assertEquals(RowState.READY, row.stateProperty().get());
    }

    @Test
    void a_pending_document_is_refused() throws Exception {
        UploadRow row = added(maja, aria("MC-1001", "Laboratory Results", "PENDING"));

        assertEquals(RowState.REFUSED, row.stateProperty().get());
        assertTrue(row.messageProperty().get().contains("PENDING"));
    }

    @Test
    void a_foreign_document_needs_patient_category_and_the_clinicians_word() throws Exception {
        UploadRow row = added(maja, Documents.pdf("A letter"));
        assertEquals("Choose the patient.", row.messageProperty().get());

        onWindow(() -> model.chooseForAll(Optional.of(maja)));
        assertEquals("Choose a category.", row.messageProperty().get());
        onWindow(() -> model.chooseForAll(DocumentCategory.RADIATION_DOSE));
        assertTrue(row.messageProperty().get().startsWith("Fewer than two identifiers"));
        onWindow(() -> model.checkAll(true));
        assertEquals(RowState.READY, row.stateProperty().get());

        start();
        assertEquals("TREATMENT_SUMMARY", desk.uploads.getFirst().documentType());
        assertEquals(DocumentCategory.RADIATION_DOSE, desk.uploads.getFirst().category());
    }

    @Test
    void choosing_another_patient_takes_the_clinicians_word_back() throws Exception {
        GrantedRecord jonas = Patients.confirmed(
                Patients.record("Jonas Okafor", BORN, List.of("MC-2002"), Set.of(Right.READ, Right.WRITE)));
        UploadRow row = added(maja, Documents.pdf("A letter"));
        onWindow(() -> {
            model.know(List.of(maja, jonas));
            model.chooseForAll(Optional.of(maja));
            model.chooseForAll(DocumentCategory.RADIATION_DOSE);
            model.checkAll(true);
        });
        assertEquals(RowState.READY, row.stateProperty().get());

        onWindow(() -> model.chooseForAll(Optional.of(jonas)));
        assertEquals(RowState.ATTENTION, row.stateProperty().get());
        assertFalse(row.checkedByHandProperty().get());
    }

    @Test
    void a_category_that_the_patient_does_not_allow_stays_red() throws Exception {
        GrantedRecord some = Patients.with(
                maja,
                Patients.permission(
                        maja.id(), Set.of(Right.READ, Right.WRITE), Set.of(DocumentCategory.RADIATION_DOSE)));
        UploadRow row = added(some, aria("MC-1001", "Laboratory Results", "APPROVED"));

        assertEquals(
                "Maja Andersson does not let you add to laboratory results. You can ask for it.",
                row.messageProperty().get());
    }

    @Test
    void the_same_content_twice_in_the_list_is_said() throws Exception {
        byte[] pdf = aria("MC-1001", "Laboratory Results", "APPROVED");
        UploadRow first = added(maja, pdf);
        UploadRow second = added(maja, pdf);

        assertFalse(first.isTwiceInList());
        assertTrue(second.isTwiceInList());
        assertEquals(
                "Ready. Another file in the list has the same content.",
                second.messageProperty().get());
    }

    @Test
    void what_the_record_has_already_is_not_added_again_unless_wanted() throws Exception {
        byte[] pdf = aria("MC-1001", "Laboratory Results", "APPROVED");
        added(maja, pdf);
        start();
        assertEquals(1, desk.uploads.size());
        UploadRow again = added(maja, pdf);
        assertEquals(RowState.ATTENTION, again.stateProperty().get());
        start();
        assertEquals(1, desk.uploads.size());

        onWindow(() -> again.duplicateWantedProperty().set(true));
        start();
        assertEquals(2, desk.uploads.size());
    }

    @Test
    void a_failure_keeps_its_place_and_reason_and_the_rest_goes_on() throws Exception {
        UploadRow bad = added(maja, aria("MC-1001", "Laboratory Results", "APPROVED"));
        UploadRow good = added(maja, aria("MC-1001", "Radiotherapy Treatment Summary", "APPROVED"));
        desk.uploadTrouble = draft -> draft.file().equals(bad.file())
                ? Optional.of(new StoreUnavailableException("none answers"))
                : Optional.empty();

        start();
        assertEquals(RowState.FAILED, bad.stateProperty().get());
        assertTrue(bad.messageProperty().get().contains("store does not answer"));
        assertEquals(RowState.DONE, good.stateProperty().get());
        assertEquals(
                "1 of 2 added, one failed and stays in the list.",
                model.queue().summaryProperty().get());

        desk.uploadTrouble = draft -> Optional.empty();
        onWindow(() -> model.retry(bad));
        assertEquals(RowState.DONE, bad.stateProperty().get());
    }

    @Test
    void a_file_that_is_being_saved_has_not_failed_and_is_saved_without_a_word() throws Exception {
        UploadRow row = added(maja, aria("MC-1001", "Laboratory Results", "APPROVED"));
        desk.uploadTrouble = _ -> Optional.of(new OperationPendingException("f00d", new IOException("late")));

        start();
        assertEquals(RowState.SAVING, row.stateProperty().get());
        assertTrue(row.messageProperty().get().startsWith("It is being saved"));
        assertEquals(
                "0 of 1 added. One is still being saved.",
                model.queue().summaryProperty().get());

        var saved = new CountDownLatch(1);
        desk.uploadTrouble = _ -> Optional.empty();
        row.stateProperty().subscribe(state -> {
            if (state == RowState.DONE) {
                saved.countDown();
            }
        });
        assertTrue(saved.await(30, TimeUnit.SECONDS), "nobody has asked again");
    }

    @Test
    void a_failure_that_nobody_expected_ends_its_file_and_the_rest_goes_on() throws Exception {
        UploadRow bad = added(maja, aria("MC-1001", "Laboratory Results", "APPROVED"));
        UploadRow good = added(maja, aria("MC-1001", "Radiotherapy Treatment Summary", "APPROVED"));
        desk.uploadTrouble = draft -> {
            if (draft.file().equals(bad.file())) {
                throw new IllegalStateException("a mistake");
            }
            return Optional.empty();
        };

        start();
        assertEquals(RowState.FAILED, bad.stateProperty().get());
        assertTrue(bad.messageProperty().get().contains("try again"));
        assertEquals(RowState.DONE, good.stateProperty().get());
        assertFalse(model.queue().busyProperty().get());
        assertEquals(1, background.takeUnexpected().size());
    }

    @Test
    void a_check_that_ends_unexpectedly_refuses_its_file_once_and_the_rest_goes_on() throws Exception {
        var greedy = new AriaProfile(
                Map.of("status", "Status: ((?:[a-y]|z)+)"), List.of("yyyy-MM-dd"), List.of("FINAL"), Map.of());
        var other = uploads(new AriaExportReader(greedy, ZoneOffset.UTC));
        Path bad = Files.write(folder.resolve("bad.pdf"), Documents.pdf("Status: " + "z".repeat(90_000)));
        Path good = Files.write(folder.resolve("good.pdf"), Documents.pdf("A letter"));
        onWindow(() -> other.add(List.of(bad, good)));

        assertEquals(
                List.of(RowState.REFUSED, RowState.ATTENTION),
                other.rows().stream().map(row -> row.stateProperty().get()).toList());
        assertEquals(1, background.takeUnexpected().size());
    }

    @Test
    void an_interrupted_upload_that_is_refused_keeps_none_of_the_others() {
        desk.records.add(maja);
        var first = Documents.pending(maja);
        var second = Documents.pending(maja);
        var third = Documents.pending(maja);
        desk.pending.addAll(List.of(first, second, third));
        desk.refused.add(second);
        onWindow(model.queue()::resumeInterrupted);
        assertEquals(List.of(second), desk.pending);
        assertEquals(1, model.queue().interruptedProperty().get());
        assertTrue(
                model.queue().summaryProperty().get().matches("2 interrupted uploads are finished\\. .*store.*"),
                model.queue().summaryProperty().get());

        desk.pending.addAll(List.of(first, third));
        onWindow(model.queue()::discardInterrupted);
        assertEquals(List.of(second), desk.pending);
        assertFalse(model.queue().busyProperty().get());
    }

    @Test
    void files_that_wait_are_in_the_list_after_a_lock_with_what_was_chosen_for_them() throws Exception {
        UploadRow letter = added(maja, Documents.pdf("A letter"));
        onWindow(() -> {
            model.chooseForAll(Optional.of(maja));
            model.chooseForAll(DocumentCategory.RADIATION_DOSE);
            letter.dateProperty().set(Optional.of(SERVICE.minusDays(3)));
            model.checkAll(true);
        });
        desk.keepWaiting(model.waiting());

        var next = uploads(Screens.reader());
        onWindow(next::resume);
        assertEquals(RowState.ATTENTION, next.rows().getFirst().stateProperty().get(), "nobody is known yet");
        assertEquals(desk.waiting, List.of());
        assertEquals(model.waiting(), next.waiting());

        onWindow(() -> next.know(List.of(maja)));
        assertEquals(RowState.READY, next.rows().getFirst().stateProperty().get());
        assertEquals(model.waiting(), next.waiting());
    }

    @Test
    void what_is_done_does_not_wait_any_more() throws Exception {
        added(maja, aria("MC-1001", "Laboratory Results", "APPROVED"));
        start();
        assertEquals(List.of(), model.waiting());
    }

    @Test
    void the_export_folder_offers_only_what_is_not_in_the_list_yet() throws Exception {
        Files.write(folder.resolve("one.pdf"), aria("MC-1001", "Laboratory Results", "APPROVED"));
        Files.write(folder.resolve("two.pdf"), new byte[0]);
        desk.folder = Optional.of(folder);
        onWindow(() -> {
            model.know(List.of(maja));
            model.look();
        });
        assertEquals(2, model.exportFolderProperty().get().orElseThrow().files().size());

        onWindow(model::addExports);
        assertEquals(0, model.exportFolderProperty().get().orElseThrow().files().size());
        assertEquals(
                List.of(RowState.READY, RowState.REFUSED),
                model.rows().stream().map(row -> row.stateProperty().get()).toList());
        assertEquals(
                "Refused: the file is empty.",
                model.rows().getLast().messageProperty().get());
    }

    private UploadViewModel uploads(AriaExportReader reader) {
        return new UploadViewModel(
                () -> desk,
                new UploadViewModel.Parts(
                        reader,
                        background.tasks(),
                        Screens.wording(Messages.load(Locale.UK, Screens.TEXTS)),
                        Screens.CLOCK));
    }

    private UploadRow added(GrantedRecord record, byte[] content) throws IOException {
        Path file = Files.write(Files.createTempFile(folder, "some", ".pdf"), content);
        onWindow(() -> {
            model.know(List.of(record));
            model.add(List.of(file));
        });
        return model.rows().getLast();
    }

    private static byte[] aria(String number, String type, String status) {
        return Documents.aria(number, BORN, SERVICE, type, status);
    }

    private void start() {
        onWindow(model::start);
    }

    private void onWindow(Runnable act) {
        background.tasks().run("act", () -> true).onDone(act).start();
        for (int i = 0; i < 12; i++) {
            background.awaitIdle();
        }
    }
}
