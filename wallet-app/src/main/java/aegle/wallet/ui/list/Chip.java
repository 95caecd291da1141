// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.list;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

/** One of a few choices of which exactly one holds. */
public final class Chip<T> extends ToggleButton {
    /** Stand for a choice. */
    public Chip(String id, String name, T choice, ObjectProperty<T> chosen, ToggleGroup group) {
        super(name);
        setId(id);
        setAccessibleText(name);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setToggleGroup(group);
        getStyleClass().add("chip");
        chosen.subscribe(now -> setSelected(now.equals(choice)));
        setOnAction(event -> {
            setSelected(true);
            chosen.set(choice);
        });
    }
}
