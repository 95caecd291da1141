// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import javafx.scene.control.Button;
import org.kordamp.ikonli.Ikon;

/** A button with an id, a name for screen readers, an optional mnemonic (underscore before the letter), and a weight. */
public final class ActionButton extends Button {
    private ActionButton(String id, String text, String... styleClasses) {
        super(text);
        setId(id);
        setAccessibleText(text.replace("_", ""));
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getStyleClass().addAll(styleClasses);
        KeptFocus.whileBusy(this);
    }

    /** The one main thing of a screen. */
    public static ActionButton primary(String id, String text, Runnable action) {
        return acting(new ActionButton(id, text, "accent"), action);
    }

    /** Anything else that can be done. */
    public static ActionButton secondary(String id, String text, Runnable action) {
        return acting(new ActionButton(id, text), action);
    }

    /** Something that cannot be undone; the text says what. */
    public static ActionButton danger(String id, String text, Runnable action) {
        return acting(new ActionButton(id, text, "danger"), action);
    }

    /** Something said in passing, shown like a link. */
    public static ActionButton quiet(String id, String text, Runnable action) {
        return acting(new ActionButton(id, text, "flat", "quiet"), action);
    }

    /** A glyph alone; the text is its name for screen readers and its tooltip. */
    public static ActionButton icon(String id, Ikon glyph, String name, Runnable action) {
        ActionButton button = acting(new ActionButton(id, "", "flat", "icon-button"), action);
        button.setGraphic(new Icon(glyph));
        button.setAccessibleText(name);
        button.setTooltip(new javafx.scene.control.Tooltip(name));
        return button;
    }

    /** Put a glyph before the text. */
    public ActionButton with(Ikon glyph) {
        setGraphic(new Icon(glyph));
        return this;
    }

    private static ActionButton acting(ActionButton button, Runnable action) {
        button.setOnAction(event -> action.run());
        return button;
    }
}
