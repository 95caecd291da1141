// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.welcome;

import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.ActionRow;
import aegle.desktop.kit.FxView;
import aegle.desktop.kit.Gate;
import aegle.desktop.kit.Paragraph;
import aegle.desktop.kit.StepBar;
import aegle.sharing.ConnectionProfile;
import aegle.wallet.text.WalletTexts;
import aegle.wallet.ui.file.FileDialogs;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** Connecting: which network, one button, and what is being done at the moment. */
public final class ConnectView extends FxView {
    private final ActionButton connect;
    private final Gate root;

    /** Show it; a step bar stands above while the wallet is being created. */
    public ConnectView(ConnectViewModel model, WalletTexts texts, FileDialogs files, boolean creating) {
        connect = ActionButton.primary("connect", texts.text("connect.connect"), model::connect);
        connect.disableProperty().bind(model.busyProperty());
        ActionButton choose = ActionButton.secondary(
                "connect-choose",
                texts.text("connect.choose"),
                () -> files.open(texts.text("connect.choose.title")).ifPresent(model::choose));
        choose.disableProperty().bind(model.busyProperty());
        VBox above = new VBox();
        if (creating) {
            above.getChildren().add(new StepBar(3, 3, texts.text("step.connect"), texts.messages()));
        }
        above.setManaged(creating);
        root = new Gate(
                above,
                new Paragraph(texts.text("connect.title"), "title-2"),
                new Paragraph(texts.text("connect.intro"), "muted"),
                Paragraph.bound(
                        "connect-network",
                        model.profileProperty()
                                .map(profile -> profile.map(known -> network(known, texts))
                                        .orElse(texts.text("connect.file-first")))),
                stages(model, texts),
                Paragraph.bound("connect-problem", model.problemProperty(), "problem"),
                new ActionRow(connect, choose));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<Button> defaultButton() {
        return Optional.of(connect);
    }

    @Override
    public Optional<Node> firstFocus() {
        return Optional.of(connect);
    }

    private static String network(ConnectionProfile profile, WalletTexts texts) {
        List<String> hospitals = profile.peers().stream()
                .map(ConnectionProfile.Peer::hospitalName)
                .distinct()
                .toList();
        return profile.kind() == ConnectionProfile.NetworkKind.EMBEDDED
                ? texts.text("connect.practice", texts.list(hospitals))
                : texts.text("connect.network", profile.name(), texts.list(hospitals));
    }

    private static VBox stages(ConnectViewModel model, WalletTexts texts) {
        ProgressBar bar = new ProgressBar();
        bar.setId("connect-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(model.stageProperty().map(ConnectViewModel.Stage::part));
        VBox progress = new VBox(
                bar,
                Paragraph.bound(
                        "connect-stage",
                        model.stageProperty().map(stage -> texts.text("connect.stage-" + stage.name())),
                        "muted"));
        progress.getStyleClass().add("work-progress");
        progress.visibleProperty().bind(model.stageProperty().map(stage -> stage != ConnectViewModel.Stage.BEFORE));
        progress.managedProperty().bind(progress.visibleProperty());
        return progress;
    }
}
