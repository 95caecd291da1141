// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.allow;

import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.Paragraph;
import aegle.wallet.text.WalletTexts;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;

/**
 * What one step shows.
 *
 * @param main what Enter does
 * @param focus where one begins
 */
record StepNodes(List<Node> nodes, Optional<ActionButton> main, Optional<Node> focus) {
    StepNodes {
        nodes = List.copyOf(nodes);
    }

    static Paragraph problem(AllowViewModel model) {
        Paragraph problem = Paragraph.bound("allow-problem", model.problemProperty(), "problem");
        problem.setAccessibleRole(AccessibleRole.TEXT);
        return problem;
    }

    static ActionButton back(AllowViewModel model, WalletTexts texts) {
        return ActionButton.secondary("allow-back", texts.text("allow.back"), model::back);
    }
}
