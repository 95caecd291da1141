// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui;

import aegle.clinician.desk.NetworkDesk;
import aegle.clinician.ui.patient.PatientsViewModel;
import aegle.desktop.connection.ConnectionStatus;
import aegle.desktop.connection.ConnectionStatusViewModel;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.ConnectionProfile.NetworkKind;
import aegle.sharing.ConnectionProfile.Peer;
import aegle.sharing.RecordStore.StoreStatus;
import java.util.Optional;

/** Keeps the status line true: which hospital answers, how many stores, when the ledger has answered last. */
final class ConnectionWatch {
    private final ConnectionProfile profile;
    private final PatientsViewModel patients;
    private final ConnectionStatusViewModel status;

    ConnectionWatch(ConnectionProfile profile, PatientsViewModel patients, ConnectionStatusViewModel status) {
        this.profile = profile;
        this.patients = patients;
        this.status = status;
    }

    /** Show what is known now, without asking anybody. */
    void look(NetworkDesk desk) {
        boolean answers = patients.problemProperty().get().isEmpty();
        Optional<String> hospital = Optional.of(desk.answeringHospital())
                .filter(name -> answers && !name.isEmpty())
                .map(this::name);
        if (hospital.isEmpty() && patients.lastAnswerProperty().get().isEmpty() && answers) {
            return;
        }
        StoreStatus stores = desk.stores();
        status.show(new ConnectionStatus(
                profile.name(),
                profile.kind() == NetworkKind.EMBEDDED,
                hospital,
                stores.reachable(),
                stores.configured(),
                patients.lastAnswerProperty().get()));
    }

    private String name(String answering) {
        return profile.peers().stream()
                .filter(peer -> peer.mspId().equals(answering))
                .findFirst()
                .map(Peer::hospitalName)
                .orElse(answering);
    }
}
