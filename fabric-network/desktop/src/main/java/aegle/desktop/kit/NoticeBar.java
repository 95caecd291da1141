// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;

/** Where a window shows its one notice; takes no room without one. Above a cover it shows none that tells of people. */
final class NoticeBar extends VBox {
    private final BooleanProperty covered = new SimpleBooleanProperty();
    private final ObservableValue<Optional<Notice>> shown;

    NoticeBar(Notices notices, Messages messages) {
        shown = Bindings.createObjectBinding(
                () -> notices.currentProperty().get().filter(notice -> !covered.get() || notice.impersonal()),
                notices.currentProperty(),
                covered);
        getStyleClass().add("notice-bar");
        shown.subscribe(current -> {
            getChildren().clear();
            current.ifPresent(notice -> getChildren().add(new ErrorBanner(notice, messages, notices::dismiss)));
        });
        managedProperty().bind(visibleProperty());
        visibleProperty().bind(shown.map(Optional::isPresent));
    }

    /** Say whether it stands above a cover. */
    void setCovered(boolean isCovered) {
        covered.set(isCovered);
    }
}
