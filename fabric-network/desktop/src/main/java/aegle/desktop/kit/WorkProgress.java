// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import java.util.function.Function;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** A bar with amount and Cancel for one piece of running work; gone when the work ends. */
public final class WorkProgress extends VBox {
    /**
     * Follow a piece of work.
     *
     * @param title what is being done, in the user's words
     * @param amount says a progress, for instance {@code dates::amountOf} for bytes
     */
    public WorkProgress(RunningWork work, String title, Function<Progress, String> amount, Messages messages) {
        getStyleClass().add("work-progress");
        ProgressBar bar = new ProgressBar();
        bar.setId("work-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(title);
        bar.progressProperty()
                .bind(work.progressProperty()
                        .map(progress ->
                                progress.isMeasured() ? progress.fraction() : ProgressBar.INDETERMINATE_PROGRESS));
        Paragraph said = Paragraph.bound(
                "work-amount",
                work.progressProperty().map(progress -> progress.isMeasured() ? amount.apply(progress) : ""),
                "muted");
        ActionButton cancel = ActionButton.secondary("work-cancel", messages.text("kit.work.cancel"), work::cancel);
        getChildren().addAll(new Paragraph(title), bar, said, new ActionRow(cancel));
        visibleProperty().bind(work.runningProperty());
        managedProperty().bind(visibleProperty());
    }
}
