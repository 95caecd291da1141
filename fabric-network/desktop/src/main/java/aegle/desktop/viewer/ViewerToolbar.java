// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.Messages;
import aegle.desktop.kit.SearchField;
import java.text.NumberFormat;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** Page, size and search above the pages; wraps when the text is large. */
final class ViewerToolbar extends FlowPane {
    private final PdfViewerViewModel model;
    private final Messages messages;
    private final TextField page = new TextField();
    private final Label pages = label("viewer-page-count");
    private final Label zoom = label("viewer-zoom");
    private final SearchField search;

    ViewerToolbar(PdfViewerViewModel model, Messages messages, Runnable details) {
        this.model = model;
        this.messages = messages;
        this.search = new SearchField("viewer-search", messages.text("viewer.search"), messages);
        page.setId("viewer-page");
        page.setPrefColumnCount(3);
        page.setAccessibleText(messages.text("viewer.page"));
        page.setOnAction(event -> goToTypedPage());
        search.setPrefColumnCount(10);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::walkOnEnter);
        Label result = label("viewer-search-result");
        result.textProperty().bind(model.search().resultProperty());
        getStyleClass().add("viewer-toolbar");
        getChildren()
                .addAll(
                        pageGroup(),
                        zoomGroup(),
                        searchGroup(result),
                        ActionButton.quiet("viewer-details-toggle", messages.text("viewer.details.show"), details)
                                .with(Feather.INFO));
    }

    Subscription follow() {
        return Subscription.combine(
                model.currentPageProperty().subscribe(_ -> sayPage()),
                model.pagesProperty().subscribe(_ -> sayPage()),
                model.zoomProperty()
                        .subscribe(factor -> zoom.setText(NumberFormat.getPercentInstance(messages.locale())
                                .format(factor))),
                search.textProperty()
                        .subscribe(text -> model.search().queryProperty().set(text == null ? "" : text)));
    }

    void find() {
        search.requestFocus();
        search.selectAll();
    }

    private HBox pageGroup() {
        return group(
                icon("viewer-previous-page", Feather.CHEVRON_UP, "viewer.page.previous", model::previousPage),
                page,
                pages,
                icon("viewer-next-page", Feather.CHEVRON_DOWN, "viewer.page.next", model::nextPage));
    }

    private HBox zoomGroup() {
        return group(
                icon("viewer-smaller", Feather.MINUS, "viewer.smaller", model::smaller),
                zoom,
                icon("viewer-larger", Feather.PLUS, "viewer.larger", model::larger),
                icon("viewer-fit-width", Feather.CODE, "viewer.fit.width", model::fitWidth),
                icon("viewer-fit-page", Feather.MAXIMIZE, "viewer.fit.page", model::fitPage));
    }

    private HBox searchGroup(Label result) {
        return group(
                search,
                result,
                icon("viewer-search-previous", Feather.ARROW_UP, "viewer.search.previous", model.search()::previous),
                icon("viewer-search-next", Feather.ARROW_DOWN, "viewer.search.next", model.search()::next));
    }

    private ActionButton icon(String id, Feather glyph, String key, Runnable action) {
        return ActionButton.icon(id, glyph, messages.text(key), action);
    }

    private void walkOnEnter(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            if (event.isShiftDown()) {
                model.search().previous();
            } else {
                model.search().next();
            }
            event.consume();
        }
    }

    private void goToTypedPage() {
        String typed = page.getText().strip();
        if (typed.matches("[0-9]{1,6}")) {
            model.go(Integer.parseInt(typed) - 1);
        }
        sayPage();
    }

    private void sayPage() {
        int count = model.pagesProperty().get().size();
        page.setText(
                count == 0 ? "" : Integer.toString(model.currentPageProperty().get() + 1));
        pages.setText(messages.text("viewer.page.count", count));
    }

    private static HBox group(Node... nodes) {
        var group = new HBox(nodes);
        group.getStyleClass().add("viewer-group");
        return group;
    }

    private static Label label(String id) {
        var label = new Label();
        label.setId(id);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
