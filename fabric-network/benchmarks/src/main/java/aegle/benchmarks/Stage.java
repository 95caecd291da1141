// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks;

import aegle.benchmarks.clinic.InventedClinic;
import aegle.benchmarks.contract.MeasuredContractProcess;
import aegle.benchmarks.contract.MeasuredPracticeNetwork;
import aegle.devnet.AeglePrograms;
import aegle.devnet.Devnet;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.ConnectionProfile.NetworkKind;
import aegle.sharing.SharingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is measured on: a network in processes of its own and people on it. Each part begins when it is first asked for. */
final class Stage implements AutoCloseable {
    private static final AeglePrograms MEASURED =
            new AeglePrograms(MeasuredContractProcess.class, MeasuredPracticeNetwork.class);

    private final NetworkKind kind;
    private final Path folder;
    private Optional<Devnet> network = Optional.empty();
    private Optional<InventedClinic> clinic = Optional.empty();
    private final List<InventedClinic> clinics = new ArrayList<>();

    private Stage(NetworkKind kind, Path folder) {
        this.kind = kind;
        this.folder = folder;
    }

    /** A stage on which nothing runs yet, in a folder that goes when it is closed. */
    static Stage of(NetworkKind kind) throws IOException {
        return new Stage(kind, Files.createTempDirectory("aegle-benchmarks-"));
    }

    /** The running network. */
    synchronized Devnet network() throws IOException {
        if (network.isEmpty()) {
            var founded = Devnet.at(folder.resolve("network"), kind, MEASURED);
            network = Optional.of(founded);
            founded.up();
        }
        return network.get();
    }

    boolean isNetworkFounded() {
        return network.isPresent();
    }

    InventedClinic clinic() throws IOException, SharingException {
        if (clinic.isEmpty()) {
            clinic = Optional.of(anotherClinic());
        }
        return clinic.get();
    }

    /** Another patient with a clinician of her own, until the stage is closed. */
    InventedClinic anotherClinic() throws IOException, SharingException {
        var profile = ConnectionProfile.read(network().layout().profile());
        clinics.add(InventedClinic.open(profile, folder.resolve("clinic-" + clinics.size())));
        return clinics.getLast();
    }

    NetworkKind kind() {
        return kind;
    }

    /** For what is measured and thrown away. */
    Path folder() {
        return folder;
    }

    /** Stop the network, from whichever thread. */
    synchronized void stop() throws IOException {
        if (network.isPresent()) {
            network.get().down();
            network = Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        clinics.forEach(InventedClinic::close);
        stop();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
