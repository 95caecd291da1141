// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.record;

import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.ActionRow;
import aegle.desktop.kit.Chip;
import aegle.desktop.kit.EmptyState;
import aegle.desktop.kit.FxView;
import aegle.desktop.kit.Page;
import aegle.desktop.kit.Paragraph;
import aegle.desktop.kit.SearchField;
import aegle.wallet.text.WalletTexts;
import aegle.wallet.ui.list.FeedFrame;
import java.time.format.DateTimeFormatter;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The patient's documents as a timeline, with filters above. */
public final class RecordView extends FxView {
    private final RecordViewModel model;
    private final WalletTexts texts;
    private final RecordRoutes routes;
    private final DateTimeFormatter monthNames;
    private final FeedFrame<RecordViewModel.Month> frame;
    private final Page root;

    /** Show the record. */
    public RecordView(RecordViewModel model, WalletTexts texts, RecordRoutes routes) {
        this.model = model;
        this.texts = texts;
        this.routes = routes;
        monthNames = DateTimeFormatter.ofPattern("LLLL uuuu", texts.messages().locale());
        frame = new FeedFrame<>("documents", model.news().documents(), texts, this::none, this::month);
        ActionButton more = ActionButton.secondary("record-more", texts.text("record.more"), model::showMore);
        more.visibleProperty().bind(model.more());
        more.managedProperty().bind(more.visibleProperty());
        root = new Page(texts.text("record.title"))
                .intro(texts.text("record.intro"))
                .add(filters(), frame, new ActionRow(more));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    protected void attached() {
        whileAttached(frame.follow(model.months()));
    }

    private Node filters() {
        ToggleGroup group = new ToggleGroup();
        FlowPane chips = new FlowPane();
        chips.getStyleClass().add("chips");
        for (RecordViewModel.Filter filter : RecordViewModel.Filter.values()) {
            chips.getChildren()
                    .add(new Chip<>(
                            "filter-" + filter.name(),
                            texts.text("record.filter." + filter.name()),
                            filter,
                            model.filterProperty(),
                            group));
        }
        SearchField search = new SearchField("record-search", texts.text("record.search"), texts.messages());
        search.queryProperty().subscribe(query -> model.wordsProperty().set(query));
        VBox filters = new VBox(chips, search);
        filters.getStyleClass().add("filters");
        return filters;
    }

    private Node month(RecordViewModel.Month month) {
        VBox rows = new VBox(new Paragraph(monthNames.format(month.month()), "month"));
        rows.getStyleClass().add("card-list");
        month.documents().forEach(document -> rows.getChildren().add(new DocumentRow(document, texts, routes)));
        return rows;
    }

    private Node none() {
        if (!model.isEmpty()) {
            boolean allConfirmed = model.filterProperty().get() == RecordViewModel.Filter.TO_CONFIRM
                    && model.wordsProperty().get().isBlank();
            return new Paragraph(texts.text(allConfirmed ? "record.all-confirmed" : "record.none-such"), "muted");
        }
        return new EmptyState(
                Feather.FOLDER,
                texts.text("record.none"),
                texts.text("record.none.todo"),
                ActionButton.secondary("record-allow", texts.text("home.allow"), routes::allowSomeone));
    }
}
