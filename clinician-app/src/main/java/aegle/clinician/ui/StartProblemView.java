// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui;

import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.ActionRow;
import aegle.desktop.kit.FxView;
import aegle.desktop.kit.Gate;
import aegle.desktop.kit.Icon;
import aegle.desktop.kit.Messages;
import aegle.desktop.kit.Paragraph;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/** Says why the program cannot begin, and tries again. */
final class StartProblemView extends FxView {
    private final Gate root;

    StartProblemView(Messages messages, String why, Runnable again) {
        var sentence = new Paragraph(why, "title-4");
        sentence.setId("start-problem");
        root = new Gate(
                Icon.styled(Feather.ALERT_TRIANGLE, "danger"),
                sentence,
                new ActionRow(ActionButton.primary("start-again", messages.text("document.again"), again)));
    }

    @Override
    public Parent root() {
        return root;
    }
}
