// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.connection;

import aegle.desktop.kit.Dates;
import aegle.desktop.kit.Messages;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The connection's state in words: network, hospital, stores, last sync. On the window's thread. */
public final class ConnectionStatusViewModel {
    private final Messages messages;
    private final Dates dates;
    private final ReadOnlyStringWrapper network = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper hospital = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper stores = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper lastSync = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper hospitalMissing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper storesMissing = new ReadOnlyBooleanWrapper();
    private Optional<ConnectionStatus> status = Optional.empty();

    /** Start without knowing anything, which reads "Connecting…". */
    public ConnectionStatusViewModel(Messages messages, Dates dates) {
        this.messages = messages;
        this.dates = dates;
        hospital.set(messages.text("connection.connecting"));
    }

    /** Show a newer state. */
    public void show(ConnectionStatus newer) {
        status = Optional.of(newer);
        network.set(
                newer.practice()
                        ? messages.text("connection.practice")
                        : messages.text("connection.network", newer.networkName()));
        hospital.set(newer.hospital()
                .map(name -> messages.text("connection.hospital", name))
                .orElseGet(() -> messages.text("connection.offline")));
        stores.set(messages.text("connection.stores", newer.storesReachable(), newer.storesConfigured()));
        lastSync.set(newer.lastSync()
                .map(instant -> messages.text("connection.synced", dates.when(instant)))
                .orElseGet(() -> messages.text("connection.never")));
        hospitalMissing.set(newer.hospital().isEmpty());
        storesMissing.set(newer.storesReachable() < newer.storesConfigured());
    }

    /** The state that is shown; empty while connecting. */
    public Optional<ConnectionStatus> status() {
        return status;
    }

    /** "Practice network on this computer", or the network's name. */
    public ReadOnlyStringProperty networkProperty() {
        return network.getReadOnlyProperty();
    }

    /** Which hospital answers, or that none does. */
    public ReadOnlyStringProperty hospitalProperty() {
        return hospital.getReadOnlyProperty();
    }

    /** How many stores of how many. */
    public ReadOnlyStringProperty storesProperty() {
        return stores.getReadOnlyProperty();
    }

    /** When everything new was last learned. */
    public ReadOnlyStringProperty lastSyncProperty() {
        return lastSync.getReadOnlyProperty();
    }

    /** Whether no hospital answers. */
    public ReadOnlyBooleanProperty hospitalMissingProperty() {
        return hospitalMissing.getReadOnlyProperty();
    }

    /** Whether a store does not answer. */
    public ReadOnlyBooleanProperty storesMissingProperty() {
        return storesMissing.getReadOnlyProperty();
    }
}
