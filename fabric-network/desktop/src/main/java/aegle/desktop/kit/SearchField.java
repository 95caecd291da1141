// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import atlantafx.base.controls.CustomTextField;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/** A field that searches as one types; Esc empties it first and leaves the screen only when it is empty. */
public final class SearchField extends CustomTextField {
    private final ReadOnlyStringWrapper query = new ReadOnlyStringWrapper("");

    /** Name what is searched, for instance "Search patients". */
    public SearchField(String id, String name, Messages messages) {
        setId(id);
        setPromptText(name);
        setAccessibleText(name);
        getStyleClass().add("search-field");
        setLeft(new Icon(Feather.SEARCH));
        ActionButton clear =
                ActionButton.icon(id + "-clear", Feather.X, messages.text("kit.search.clear"), this::clear);
        clear.setFocusTraversable(false);
        clear.visibleProperty().bind(textProperty().isNotEmpty());
        setRight(clear);
        textProperty().subscribe(text -> query.set(text == null ? "" : text.strip()));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
                clear();
                event.consume();
            }
        });
    }

    /** What to search for, without spaces around it; empty when everything is wanted. */
    public ReadOnlyStringProperty queryProperty() {
        return query.getReadOnlyProperty();
    }
}
