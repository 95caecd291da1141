// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.welcome;

import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.ActionRow;
import aegle.desktop.kit.FxView;
import aegle.desktop.kit.Gate;
import aegle.desktop.kit.Icon;
import aegle.desktop.kit.Messages;
import aegle.desktop.kit.Paragraph;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** The first thing that a new patient sees: what this is, and one button. */
public final class WelcomeView extends FxView {
    private final ActionButton create;
    private final Gate root;

    /** Offer to create a wallet. */
    public WelcomeView(Messages messages, Runnable begin) {
        create = ActionButton.primary("welcome-create", messages.text("welcome.create"), begin);
        root = new Gate(
                shield(),
                new Paragraph(messages.text("welcome.title"), "title-1"),
                new Paragraph(messages.text("welcome.intro"), "intro"),
                point(Feather.EYE, messages.text("welcome.see")),
                point(Feather.LOCK, messages.text("welcome.sealed")),
                point(Feather.CLOCK, messages.text("welcome.time")),
                new ActionRow(create));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<Button> defaultButton() {
        return Optional.of(create);
    }

    private static HBox point(Feather glyph, String sentence) {
        Paragraph text = new Paragraph(sentence);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(Icon.styled(glyph, "accent"), text);
        row.getStyleClass().add("icon-row");
        return row;
    }

    private static Icon shield() {
        Icon shield = Icon.styled(Feather.SHIELD, "accent");
        shield.getStyleClass().add("large");
        return shield;
    }
}
