// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A control under its name, with an explanation and, when something is wrong with it, a sentence that says what. */
public final class LabeledField extends VBox {
    private final Control control;

    /**
     * Name a control; the control must have its id, which the name and the sentence extend by {@code -label} and
     * {@code -problem}. An underscore in the name marks its mnemonic.
     */
    public LabeledField(String name, Control control) {
        this(name, control, control);
    }

    /** Name a control that sits inside something larger. */
    public LabeledField(String name, Control control, Node shown) {
        this.control = control;
        Label label = new Label(name);
        label.setId(control.getId() + "-label");
        label.setMnemonicParsing(true);
        label.setLabelFor(control);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add("field-name");
        control.setAccessibleText(name.replace("_", ""));
        control.setMaxWidth(Double.MAX_VALUE);
        getStyleClass().add("labeled-field");
        getChildren().addAll(label, shown);
    }

    /** Explain under the control. */
    public LabeledField explained(String sentence) {
        Paragraph hint = new Paragraph(sentence, "muted");
        control.setAccessibleHelp(sentence);
        getChildren().add(hint);
        return this;
    }

    /** Show what is wrong, while it is. */
    public LabeledField checked(ObservableValue<String> problem) {
        Paragraph sentence = Paragraph.bound(control.getId() + "-problem", problem, "problem");
        getChildren().add(sentence);
        return this;
    }

    /** Put something more under the control. */
    public LabeledField followedBy(Node node) {
        getChildren().add(node);
        return this;
    }
}
