// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

/** One of a few choices of which exactly one holds; pressed, or chosen by the arrow keys, which press nothing. */
public final class Chip<T> extends ToggleButton {
    /** Stand for a choice. */
    public Chip(String id, String name, T choice, ObjectProperty<T> chosen, ToggleGroup group) {
        super(name);
        setId(id);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setToggleGroup(group);
        getStyleClass().add("chip");
        accessibleTextProperty().bind(textProperty());
        chosen.subscribe(now -> setSelected(now.equals(choice)));
        selectedProperty().subscribe((before, now) -> {
            if (now) {
                chosen.set(choice);
            }
        });
        setOnAction(event -> setSelected(true));
    }
}
