// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.connection;

import aegle.desktop.kit.FxView;
import aegle.desktop.kit.Icon;
import aegle.desktop.kit.Messages;
import aegle.desktop.kit.Paragraph;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Parent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** The line at the bottom: quiet while all is well, an icon and words where something is missing; never only color. */
public final class StatusLineView extends FxView {
    private final FlowPane root = new FlowPane();

    /** Show a state. */
    public StatusLineView(ConnectionStatusViewModel model, Messages messages) {
        ObservableBooleanValue fine = Bindings.createBooleanBinding(() -> false);
        root.setId("status-line");
        root.getStyleClass().add("status-line");
        root.setFocusTraversable(false);
        root.accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> messages.text(
                                "connection.accessible",
                                model.hospitalProperty().get()),
                        model.hospitalProperty()));
        root.getChildren()
                .addAll(
                        item("status-network", Feather.GLOBE, model.networkProperty(), fine),
                        item(
                                "status-hospital",
                                Feather.CHECK,
                                model.hospitalProperty(),
                                model.hospitalMissingProperty()),
                        item("status-stores", Feather.DATABASE, model.storesProperty(), model.storesMissingProperty()),
                        item("status-sync", Feather.REFRESH_CW, model.lastSyncProperty(), fine));
    }

    @Override
    public Parent root() {
        return root;
    }

    private static HBox item(String id, Feather glyph, ReadOnlyStringProperty text, ObservableBooleanValue attention) {
        Icon icon = new Icon(glyph);
        HBox item = new HBox(icon, Paragraph.bound(id, text));
        item.getStyleClass().add("status-item");
        item.visibleProperty().bind(text.isNotEmpty());
        item.managedProperty().bind(item.visibleProperty());
        attention.subscribe(wanted -> {
            icon.show(wanted ? Feather.ALERT_TRIANGLE : glyph);
            item.getStyleClass().remove("attention");
            if (wanted) {
                item.getStyleClass().add("attention");
            }
        });
        return item;
    }
}
