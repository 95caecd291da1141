// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** A question inside the window; the focus is on the harmless answer when the other one loses something. */
public final class ConfirmDialog extends FxView {
    private final VBox root = new VBox();
    private final ActionButton confirm;
    private final ActionButton cancel;
    private final boolean grave;

    /** Ask; exactly one of the two answers is called. */
    public ConfirmDialog(Question question, Runnable confirmed, Runnable cancelled) {
        this.grave = question.grave();
        confirm = grave
                ? ActionButton.danger("confirm", question.confirm(), confirmed)
                : ActionButton.primary("confirm", question.confirm(), confirmed);
        cancel = ActionButton.secondary("cancel", question.cancel(), cancelled);
        root.getStyleClass().addAll("card", "dialog");
        root.setId("question");
        root.setAccessibleText(question.title());
        root.getChildren()
                .addAll(
                        new Paragraph(question.title(), "title-4"),
                        new Paragraph(question.sentence()),
                        new ActionRow(confirm, cancel));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<Button> defaultButton() {
        return Optional.of(grave ? cancel : confirm);
    }

    @Override
    public Optional<Node> firstFocus() {
        return Optional.of(grave ? cancel : confirm);
    }

    @Override
    public boolean escape() {
        cancel.fire();
        return true;
    }
}
