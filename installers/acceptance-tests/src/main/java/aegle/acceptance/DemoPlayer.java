// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance;

import aegle.acceptance.ClinicianPlayer.PlayedClinician;
import aegle.acceptance.ClinicianPlayer.UploadResult;
import aegle.acceptance.DemoReport.DocumentResult;
import aegle.acceptance.PatientPlayer.PlayedPatient;
import aegle.acceptance.PatientPlayer.SeenEvent;
import aegle.acceptance.sample.SampleCase;
import aegle.acceptance.sample.SampleDocuments;
import aegle.sharing.ConnectionProfile.NetworkKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Acts out the main job on both programs' real windows: a patient allows, a clinician uploads and views, the ledger decides.
 *
 * <p>Each program comes from its own composition root and has its own folder; they share nothing but the network. What the report
 * says was seen on the windows or computed from the files themselves.
 */
public final class DemoPlayer {
    private static final SampleCase CASE = SampleCase.XRTS_04;
    private static final PlayedClinician CLINICIAN =
            new PlayedClinician("Dr. Maya Chen", "1234567893", "granite willow copper thunder meadow");
    private static final PlayedClinician STRANGER =
            new PlayedClinician("Dr. Tom Weber", "2345123675", "granite willow copper thunder meadow");

    private final Staging staging;
    private final Path data;
    private final Gallery gallery;
    private final StepBook book = new StepBook();
    private final Map<String, String> viewed = new HashMap<>();
    private final List<SeenEvent> expectedEvents = new ArrayList<>();
    private UploadResult upload = UploadResult.none();
    private String reference = "";

    /**
     * Prepare a play.
     *
     * @param data an empty folder for the network and both programs
     */
    public DemoPlayer(Staging staging, Path data, Gallery gallery) {
        this.staging = staging;
        this.data = data;
        this.gallery = gallery;
    }

    /**
     * Play the main job with the files of a folder.
     *
     * @throws IOException if the network cannot be started or the folder not be read
     */
    public DemoReport play(Path documents) throws IOException {
        ExportFolder export = ExportFolder.filled(data.resolve("aria-export"), documents);
        try (var network = staging.founding().found(data.resolve("network"));
                var cast = new Cast(network, staging, data, export.path(), gallery)) {
            play(cast, export);
            return report(network.profile().kind(), export);
        }
    }

    /** Render the sample documents of the one patient whom the player acts. */
    public static Path samples(Path folder) throws IOException {
        SampleDocuments.render(CASE, Files.createDirectories(folder));
        return folder;
    }

    private void play(Cast cast, ExportFolder export) throws IOException {
        var patient = CASE.patient();
        var played = new PlayedPatient(
                patient.fullName(),
                patient.birthDate().toString(),
                patient.mrn(),
                patient.postcode(),
                "crossing lantern mosaic velvet harbor");
        PatientPlayer wallet = cast.patient(played);
        ClinicianPlayer clinician = cast.clinician(CLINICIAN);
        book.play(Step.PATIENT_ENROLLED, () -> {
            cast.sitDownAtWallet();
            wallet.createWallet();
        });
        book.play(Step.CLINICIAN_ENROLLED, () -> cast.enroll(clinician));
        book.play(Step.RECORD_OPENED, () -> {
            cast.sitDownAtWallet();
            wallet.connect();
        });
        book.play(Step.READ_WRITE_GRANTED, () -> wallet.allow(CLINICIAN.npi()));
        book.play(Step.DOCUMENTS_UPLOADED, () -> {
            String words = wallet.sixWords();
            cast.sitDownAtClinician();
            clinician.openOnlyPatient();
            clinician.confirmIdentity(words, patient.mrn());
            upload = clinician.uploadExports();
            upload.categories().forEach((_, _) -> expectedEvents.add(SeenEvent.UPLOADED));
            require(!upload.categories().isEmpty(), "no document was uploaded");
        });
        book.play(Step.DOCUMENTS_COUNTERSIGNED, () -> {
            cast.sitDownAtWallet();
            int confirmed = wallet.confirmEverything(upload.categories().size());
            require(confirmed == upload.categories().size(), "not every document was confirmed");
        });
        playTheEnd(cast, export, wallet);
    }

    private void playTheEnd(Cast cast, ExportFolder export, PatientPlayer wallet) throws IOException {
        book.play(Step.DOCUMENTS_VIEWED, () -> {
            export.moveAway();
            ClinicianPlayer again = cast.restartClinicianWithoutCache(CLINICIAN);
            again.openOnlyPatient();
            viewed.putAll(again.viewEverything(upload.categories().size()));
            viewed.forEach((_, _) -> expectedEvents.add(SeenEvent.LOOKED));
            requireSameBytes(export);
        });
        book.play(Step.STRANGER_DENIED, () -> {
            reference = cast.clinicianAtWork().copyReference();
            String answer = cast.stranger(STRANGER).tryReference(reference);
            expectedEvents.add(SeenEvent.REFUSED);
            require(answer.contains("PERMISSION_UNKNOWN"), "the stranger was not refused, but told: " + answer);
        });
        book.play(Step.PERMISSION_REVOKED, () -> {
            cast.sitDownAtWallet();
            wallet.stopOnlyPermission();
        });
        book.play(Step.REVOKED_CLINICIAN_DENIED, () -> {
            cast.sitDownAtClinician();
            String answer = cast.clinicianAtWork().openInVain(reference);
            expectedEvents.add(SeenEvent.REFUSED);
            require(answer.contains("PERMISSION_"), "the clinician was not refused, but told: " + answer);
        });
        book.play(Step.HISTORY_COMPLETE, () -> {
            cast.sitDownAtWallet();
            requireSameEvents(wallet.activity(expectedEvents.size()));
        });
    }

    private void requireSameBytes(ExportFolder export) {
        for (String file : upload.categories().keySet()) {
            require(
                    export.source(file).sha256().equals(viewedDigest(file)),
                    "the viewer was handed other bytes of " + file);
        }
    }

    private String viewedDigest(String file) {
        return viewed.getOrDefault(ExportFolder.normalized(file), "");
    }

    private void requireSameEvents(List<SeenEvent> seen) {
        List<SeenEvent> expected = expectedEvents.stream().sorted().toList();
        require(
                seen.stream().sorted().toList().equals(expected),
                "the activity screen shows " + seen.size() + " events, the player counted " + expected.size());
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }

    private DemoReport report(NetworkKind kind, ExportFolder export) {
        List<DocumentResult> documents = upload.categories().entrySet().stream()
                .map(uploaded -> {
                    var source = export.source(uploaded.getKey());
                    return new DocumentResult(
                            uploaded.getKey(),
                            source.bytes(),
                            uploaded.getValue(),
                            source.sha256(),
                            viewedDigest(uploaded.getKey()));
                })
                .toList();
        return new DemoReport(kind.name().toLowerCase(Locale.ROOT), book.results(), documents, upload.refused());
    }
}
