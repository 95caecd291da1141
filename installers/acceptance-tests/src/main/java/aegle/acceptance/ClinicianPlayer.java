// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance;

import aegle.acceptance.DemoReport.RefusedFile;
import aegle.desktop.testkit.WindowRobot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.input.Clipboard;

/** Acts a clinician out on her program's window, with mouse and keyboard, on what is seen. */
final class ClinicianPlayer {
    private final WindowRobot robot;
    private final Gallery gallery;
    private final PlayedClinician clinician;

    ClinicianPlayer(WindowRobot robot, Gallery gallery, PlayedClinician clinician) {
        this.robot = robot;
        this.gallery = gallery;
        this.clinician = clinician;
    }

    /** Create the vault and apply at the hospital. */
    void apply() {
        robot.await("new-passphrase");
        gallery.take(robot, "clinician-create");
        robot.type("new-passphrase", clinician.passphrase())
                .type("repeated-passphrase", clinician.passphrase())
                .click("create")
                .fill("enroll-name", clinician.name())
                .fill("enroll-npi", clinician.npi());
        gallery.take(robot, "clinician-enroll");
        robot.click("enroll-submit").await("enroll-state");
        gallery.take(robot, "clinician-waiting");
    }

    /** The officers have decided; the program goes on by itself. */
    void join() {
        robot.await("patients-search");
        gallery.take(robot, "clinician-patients-empty");
    }

    /** Unlock the program after it was started again. */
    void unlock() {
        robot.type("passphrase", clinician.passphrase()).click("unlock").await("patients-search");
    }

    /** Open the one patient who allows her. */
    void openOnlyPatient() {
        robot.click("nav-patients").await("patient-0");
        gallery.take(robot, "clinician-patients");
        robot.click("patient-0").await("patient-header");
        gallery.take(robot, "clinician-patient");
    }

    /** Compare the six words that the patient reads out. */
    void confirmIdentity(String words, String hospitalNumber) {
        robot.click("confirm-identity").fill("link-words", words).fill("link-number", hospitalNumber);
        gallery.take(robot, "clinician-confirm-identity");
        robot.click("link-confirm")
                .awaitText("patient-identity", "Identity confirmed")
                .await("patient-upload");
    }

    /** Take everything from the export folder, choose what the documents do not say, and upload what can be uploaded. */
    UploadResult uploadExports() {
        robot.click("patient-upload").click("upload-add-export");
        robot.until("every file checked", () -> rowsIn("CHECKING").isEmpty() && !rows().isEmpty());
        if (!rowsIn("ATTENTION").isEmpty()) {
            robot.click("all-category-LABORATORY_RESULTS").click("all-checked");
        }
        gallery.take(robot, "clinician-upload");
        if (!rowsIn("READY").isEmpty()) {
            robot.click("upload-start");
            robot.until(
                    "every upload ended",
                    () -> rowsIn("READY", "UPLOADING", "SAVING").isEmpty());
        }
        gallery.take(robot, "clinician-uploaded");
        return new UploadResult(
                rowsIn("DONE").stream()
                        .collect(Collectors.toMap(
                                this::fileOf,
                                row -> SeenNodes.property(robot, row, "category"),
                                (one, _) -> one,
                                LinkedHashMap::new)),
                rowsIn("REFUSED", "ATTENTION", "FAILED").stream()
                        .map(row -> new RefusedFile(fileOf(row), robot.text(row + "-state")))
                        .toList());
    }

    private String fileOf(String row) {
        return robot.text(row + "-file");
    }

    private List<String> rowsIn(String... states) {
        return rows().stream()
                .filter(row -> List.of(states).contains(SeenNodes.property(robot, row, "state")))
                .toList();
    }

    private List<String> rows() {
        return SeenNodes.ids(robot, "upload-").stream()
                .filter(id -> id.matches("upload-[0-9]+"))
                .toList();
    }

    /** Open every document of the list and answer the digest of what the viewer was handed, by the file's name. */
    Map<String, String> viewEverything(int expected) {
        var viewed = new LinkedHashMap<String, String>();
        robot.until(expected + " documents in the list", () -> documents().size() == expected);
        for (String document : documents()) {
            robot.click(document).click("viewer-details-toggle").await("viewer-sha256");
            viewed.put(ExportFolder.normalized(robot.text("viewer-fact-file")), robot.text("viewer-sha256"));
            if (viewed.size() == 1) {
                gallery.take(robot, "clinician-viewer-details");
                robot.click("viewer-details-toggle");
                gallery.take(robot, "clinician-viewer");
            }
            robot.click("viewer-back").await("patient-header");
        }
        return viewed;
    }

    /** Copy the reference of the first document, as for a letter to a colleague. */
    String copyReference() {
        robot.click(documents().getFirst() + "-copy");
        return robot.onFx(() -> String.valueOf(Clipboard.getSystemClipboard().getString()));
    }

    /** Try to open a document that somebody has only named; answers the reason that the program quotes. */
    String tryReference(String reference) {
        robot.click("nav-patients")
                .click("open-reference")
                .fill("reference-text", reference)
                .click("reference-open")
                .await("reference-answer");
        gallery.take(robot, "clinician-reference-refused");
        robot.click("reference-details");
        return robot.text("reference-quote");
    }

    /** See that the permission has ended, and try to open a document all the same; answers the reason that is quoted. */
    String openInVain(String reference) {
        robot.await("patient-ended");
        gallery.take(robot, "clinician-permission-ended");
        return tryReference(reference);
    }

    private List<String> documents() {
        return SeenNodes.ids(robot, "document-").stream()
                .filter(id -> id.matches("document-[0-9]+"))
                .toList();
    }

    /** The invented clinician. */
    record PlayedClinician(String name, String npi, String passphrase) {
        @Override
        public String toString() {
            return "PlayedClinician[" + npi + "]";
        }
    }

    /** What became of the files of the export folder. */
    record UploadResult(Map<String, String> categories, List<RefusedFile> refused) {
        static UploadResult none() {
            return new UploadResult(Map.of(), List.of());
        }
    }
}
