// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui;

import aegle.desktop.connection.StatusLineView;
import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.FxView;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/** The line at the bottom: how the network is, and the button that asks again. */
final class WalletStatusView extends FxView {
    private final StatusLineView line;
    private final BorderPane root = new BorderPane();

    WalletStatusView(StatusLineView line, ActionButton refresh) {
        this.line = line;
        root.setCenter(line.root());
        StackPane right = new StackPane(refresh);
        right.getStyleClass().add("status-refresh");
        root.setRight(right);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    protected void attached() {
        line.attach();
    }

    @Override
    protected void detached() {
        line.detach();
    }
}
