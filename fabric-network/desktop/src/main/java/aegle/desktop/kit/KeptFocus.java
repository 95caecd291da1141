// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.util.Subscription;

/**
 * Replacing nodes without losing the place: whoever has the focus below a pane finds it on the new control of the same id, else
 * on the first control there is. Without this JavaFX sends the focus to the beginning of the window.
 */
public final class KeptFocus {
    private KeptFocus() {}

    /** Give the focus back to a button that was disabled for a moment, unless the user has gone elsewhere meanwhile. */
    static void whileBusy(Button button) {
        var refuge = new SimpleObjectProperty<Optional<Node>>(Optional.empty());
        var watching = new SimpleObjectProperty<>(Subscription.EMPTY);
        button.focusedProperty().subscribe((before, now) -> {
            if (before && button.isDisabled() && button.getScene() != null) {
                watching.set(button.getScene().focusOwnerProperty().subscribe(owner -> {
                    if (refuge.get().isEmpty()) {
                        refuge.set(Optional.ofNullable(owner));
                    }
                }));
            }
        });
        button.disabledProperty().subscribe((before, now) -> {
            if (before && refuge.get().isPresent() && refuge.get().equals(FocusOrder.owner(button))) {
                button.requestFocus();
            }
            watching.get().unsubscribe();
            refuge.set(Optional.empty());
        });
        button.sceneProperty().subscribe((before, now) -> {
            watching.get().unsubscribe();
            refuge.set(Optional.empty());
        });
    }

    /** Change what is below a pane. */
    public static void during(Parent pane, Runnable change) {
        Optional<Node> before = FocusOrder.owner(pane).filter(owner -> FocusOrder.isBelow(owner, pane));
        change.run();
        before.ifPresent(owner -> {
            pane.applyCss();
            pane.layout();
            FocusOrder.sameAs(owner, pane).or(() -> FocusOrder.first(pane)).ifPresent(FocusOrder::bring);
        });
    }
}
