// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance;

import aegle.acceptance.ClinicianPlayer.PlayedClinician;
import aegle.acceptance.PatientPlayer.PlayedPatient;
import aegle.clinician.ClinicianComposition;
import aegle.crypto.vault.Argon2Cost;
import aegle.embedded.StaffedNetwork;
import aegle.sharing.SharingException;
import aegle.wallet.WalletComposition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The programs of a play, each from its own composition root, in its own window, with its own folder. */
final class Cast implements AutoCloseable {
    private final StaffedNetwork network;
    private final Staging staging;
    private final Path data;
    private final Path exportFolder;
    private final Gallery gallery;
    private final OfficersAtWork officers;
    private final List<Program> running = new ArrayList<>();
    private Optional<Program> wallet = Optional.empty();
    private Optional<Program> clinician = Optional.empty();
    private Optional<ClinicianPlayer> atWork = Optional.empty();

    Cast(StaffedNetwork network, Staging staging, Path data, Path exportFolder, Gallery gallery) {
        this.network = network;
        this.staging = staging;
        this.data = data;
        this.exportFolder = exportFolder;
        this.gallery = gallery;
        this.officers = new OfficersAtWork(network, staging.clock(), staging.random());
    }

    PatientPlayer patient(PlayedPatient played) throws IOException {
        var composition = new WalletComposition(
                Files.createDirectories(data.resolve("wallet")),
                network.profile(),
                staging.clock(),
                staging.random(),
                Locale.ENGLISH,
                Argon2Cost.FLOOR);
        var program = started(new Program(PlayedWindow.open(composition::show), composition::close));
        wallet = Optional.of(program);
        return new PatientPlayer(program.window().robot(), gallery, played);
    }

    ClinicianPlayer clinician(PlayedClinician played) throws IOException {
        Program program = clinicianProgram("clinician");
        clinician = Optional.of(program);
        atWork = Optional.of(new ClinicianPlayer(program.window().robot(), gallery, played));
        return clinicianAtWork();
    }

    /** Another clinician with a program of her own, enrolled and approved like the first. */
    ClinicianPlayer stranger(PlayedClinician played) throws IOException, SharingException {
        Program program = clinicianProgram("stranger");
        program.window().sitDown();
        var stranger = new ClinicianPlayer(program.window().robot(), gallery, played);
        apply(stranger);
        return stranger;
    }

    /** The clinician applies, the officers decide, she goes on. */
    void enroll(ClinicianPlayer played) throws SharingException {
        sitDownAtClinician();
        apply(played);
    }

    private void apply(ClinicianPlayer played) throws SharingException {
        played.apply();
        officers.decide();
        played.join();
    }

    /** End the clinician's program, empty its cache, and start it again. */
    ClinicianPlayer restartClinicianWithoutCache(PlayedClinician played) throws IOException {
        clinician.orElseThrow().end();
        DemoFolder.delete(data.resolve("clinician").resolve("cache"));
        ClinicianPlayer again = clinician(played);
        sitDownAtClinician();
        again.unlock();
        return again;
    }

    ClinicianPlayer clinicianAtWork() {
        return atWork.orElseThrow();
    }

    void sitDownAtWallet() {
        wallet.orElseThrow().window().sitDown();
    }

    void sitDownAtClinician() {
        clinician.orElseThrow().window().sitDown();
    }

    private Program clinicianProgram(String folder) throws IOException {
        var home = new ClinicianComposition.Home(
                Files.createDirectories(data.resolve(folder)), network.profile(), Optional.of(exportFolder));
        var composition = new ClinicianComposition(
                home, staging.clock(), staging.random(), Locale.ENGLISH, () -> Argon2Cost.FLOOR);
        return started(new Program(PlayedWindow.open(composition::show), composition::close));
    }

    private Program started(Program program) {
        running.add(program);
        return program;
    }

    @Override
    public void close() {
        running.reversed().forEach(Program::end);
    }

    /** A program in its window. */
    private record Program(PlayedWindow window, Runnable closing) {
        void end() {
            window.end(closing);
        }
    }
}
