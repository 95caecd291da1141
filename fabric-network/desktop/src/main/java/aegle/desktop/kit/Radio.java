// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;

/** One of a few choices, written out; pressed, or chosen by the arrow keys, which press nothing. */
public final class Radio<T> extends RadioButton {
    /** Stand for a choice. */
    public Radio(String id, String name, T choice, ObjectProperty<T> chosen, ToggleGroup group) {
        super(name);
        setId(id);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        setToggleGroup(group);
        setSelected(chosen.get().equals(choice));
        selectedProperty().subscribe((before, now) -> {
            if (now) {
                chosen.set(choice);
            }
        });
    }
}
