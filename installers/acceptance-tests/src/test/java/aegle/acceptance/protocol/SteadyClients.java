// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import aegle.crypto.identity.EncryptionKeyPair;
import aegle.crypto.identity.SigningKeyPair;
import aegle.crypto.pseudonym.UniquelyIdentifiableInformation;
import aegle.embedded.PracticeHospital;
import aegle.record.member.ProfessionalData;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Right;
import aegle.sharing.SharingException;
import aegle.sharing.TransferProgress;
import aegle.sharing.key.OwnerKeys;
import aegle.sharing.key.PatientCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many clinicians' programs at work for as long as wanted: adding, listing, opening, and now and then started anew. */
final class SteadyClients implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int OF_ONE_PATIENT = 4;
    private static final int BYTES = 20_000;
    private static final int ADDING = 8;
    private static final int STARTING_ANEW = 20;
    private static final DocumentCategory DOSE = DocumentCategory.RADIATION_DOSE;

    private final Path folder;
    private final List<PatientDesk> patients = new ArrayList<>();
    private final List<Client> clients = new ArrayList<>();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    SteadyClients(NetworkAccess access, Path folder, int number) throws Exception {
        this.folder = folder;
        var applicants = new ArrayList<ClinicianDesk.Applicant>();
        for (int i = 0; i < number; i++) {
            applicants.add(ClinicianDesk.apply(
                    access,
                    folder.resolve("clinician-" + i),
                    SigningKeyPair.generate(Participants.RANDOM),
                    EncryptionKeyPair.generate(Participants.RANDOM),
                    PracticeHospital.NORTH.id(),
                    new ProfessionalData("Dr. Number " + i, "1234567893", "2085R0001X")));
        }
        for (int i = 0; i < number; i++) {
            if (i % OF_ONE_PATIENT == 0) {
                patients.add(patient(access, i));
            }
            var applicant = applicants.get(i);
            Await.until(
                    LIMIT,
                    "two officers attest everybody",
                    () -> applicant.enrollment().collect().isPresent());
            clients.add(new Client(i, applicant.join(), patients.getLast()));
        }
    }

    private PatientDesk patient(NetworkAccess access, int number) throws SharingException {
        String name = "Somebody " + number;
        LocalDate born = LocalDate.of(1970, 1, 1).plusDays(number);
        var person = new UniquelyIdentifiableInformation(
                Optional.empty(), Optional.of(born), Optional.of(name), Optional.empty(), Optional.empty());
        return PatientDesk.enroll(
                access,
                folder.resolve("patient-" + number),
                OwnerKeys.generate(person, Participants.RANDOM),
                new PatientCard(name, born, List.of("N-" + number)));
    }

    /** Let all of them work for so long; tells how many steps they took. */
    int work(Duration time) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + time.toNanos();
        var working = new ArrayList<Future<Integer>>();
        for (Client client : clients) {
            working.add(executor.submit(() -> client.workUntil(end)));
        }
        int steps = 0;
        for (Future<Integer> each : working) {
            steps += each.get();
        }
        return steps;
    }

    @Override
    public void close() {
        executor.close();
        clients.forEach(client -> client.desk.close());
        patients.forEach(PatientDesk::close);
    }

    private final class Client {
        private final int number;
        private final PatientDesk patient;
        private ClinicianDesk desk;
        private int step;

        Client(int number, ClinicianDesk desk, PatientDesk patient) throws SharingException {
            this.number = number;
            this.desk = desk;
            this.patient = patient;
            this.step = number; // not all of them the same at the same time
            patient.allow(desk.member, Right.READ, Right.WRITE);
            desk.link(patient);
        }

        int workUntil(long end) throws SharingException, IOException {
            int steps = 0;
            while (System.nanoTime() - end < 0) {
                step++;
                steps++;
                if (step % STARTING_ANEW == 0) {
                    desk = desk.restarted();
                } else if (step % ADDING == 0) {
                    add();
                } else {
                    look();
                }
            }
            return steps;
        }

        private void add() throws SharingException, IOException {
            var content = new byte[BYTES];
            Participants.RANDOM.nextBytes(content);
            Path file = Files.write(folder.resolve(number + ".pdf"), content);
            desk.upload(patient, file, DOSE);
        }

        private void look() throws SharingException {
            var record = desk.recordOf(patient);
            var listed = desk.documents.list(record);
            if (!listed.isEmpty()) {
                DocumentEntry entry = listed.get(step % listed.size()).entry();
                desk.documents.open(record, entry, TransferProgress.none()).close();
            }
        }
    }
}
