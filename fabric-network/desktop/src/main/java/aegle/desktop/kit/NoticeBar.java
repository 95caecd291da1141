// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import javafx.scene.layout.VBox;

/** Where a window shows its one notice; takes no room without one. */
final class NoticeBar extends VBox {
    NoticeBar(Notices notices, Messages messages) {
        getStyleClass().add("notice-bar");
        notices.currentProperty().subscribe(current -> {
            getChildren().clear();
            current.ifPresent(notice -> getChildren().add(new ErrorBanner(notice, messages, notices::dismiss)));
        });
        managedProperty().bind(visibleProperty());
        visibleProperty().bind(notices.currentProperty().map(current -> current.isPresent()));
    }
}
