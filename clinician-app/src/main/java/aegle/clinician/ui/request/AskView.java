// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui.request;

import aegle.clinician.ui.Wording;
import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.ActionRow;
import aegle.desktop.kit.FxView;
import aegle.desktop.kit.LabeledField;
import aegle.desktop.kit.Page;
import aegle.desktop.kit.Paragraph;
import aegle.desktop.kit.TextBox;
import aegle.record.access.AccessRequest;
import aegle.record.access.RequestStatus;
import aegle.record.metadata.DocumentCategory;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The request's form, and beneath it the requests sent before. */
public final class AskView extends FxView {
    private final AskViewModel model;
    private final Wording wording;
    private final Clock clock;
    private final TextBox code = new TextBox("ask-code", 3);
    private final VBox list = new VBox();
    private final ActionButton send;
    private final Page page;

    public AskView(AskViewModel model, Wording wording, Clock clock) {
        this.model = model;
        this.wording = wording;
        this.clock = clock;
        code.textProperty().bindBidirectional(model.codeProperty());
        var days = new TextField();
        days.setId("ask-days");
        days.textProperty().bindBidirectional(model.daysProperty());
        var reason = new TextBox("ask-reason", 2);
        reason.textProperty().bindBidirectional(model.reasonProperty());
        send = ActionButton.primary("ask-send", wording.text("ask.send"), model::ask);
        send.disableProperty().bind(model.busyProperty());
        list.getStyleClass().add("cards");
        page = new Page(wording.text("ask.title"))
                .intro(wording.text("ask.intro"))
                .narrow()
                .add(
                        new LabeledField(wording.text("ask.code"), code)
                                .explained(wording.text("ask.code.explained"))
                                .checked(model.codeProblemProperty()),
                        choices(),
                        new LabeledField(wording.text("ask.days"), days).checked(model.daysProblemProperty()),
                        new LabeledField(wording.text("ask.reason"), reason)
                                .explained(wording.text("ask.reason.explained"))
                                .checked(model.reasonProblemProperty()),
                        Paragraph.bound("ask-problem", model.problemProperty(), "problem"),
                        Paragraph.bound("ask-sent", model.sentProperty(), "done"),
                        new ActionRow(send),
                        list);
    }

    @Override
    public Parent root() {
        return page;
    }

    @Override
    public Optional<Button> defaultButton() {
        return Optional.of(send);
    }

    @Override
    public Optional<Node> firstFocus() {
        return Optional.of(code);
    }

    @Override
    protected void attached() {
        whileAttached(model.requestsProperty().subscribe(this::show));
        model.refresh();
    }

    private VBox choices() {
        var choices = new VBox(
                new Paragraph(wording.text("ask.what"), "field-name"),
                choice("ask-read", wording.text("ask.read"), model.readingProperty()),
                choice("ask-write", wording.text("ask.write"), model.addingProperty()),
                new Paragraph(wording.text("ask.categories"), "field-name"));
        for (DocumentCategory category : DocumentCategory.values()) {
            choices.getChildren()
                    .add(choice(
                            "ask-category-" + category.name(),
                            wording.category(category),
                            model.categoryProperty(category)));
        }
        choices.getChildren().add(Paragraph.bound("ask-choice-problem", model.choiceProblemProperty(), "problem"));
        choices.getStyleClass().add("choices");
        return choices;
    }

    private static CheckBox choice(String id, String text, BooleanProperty chosen) {
        var box = new CheckBox(text);
        box.setId(id);
        box.setWrapText(true);
        box.selectedProperty().bindBidirectional(chosen);
        return box;
    }

    private void show(List<AccessRequest> requests) {
        list.getChildren().clear();
        if (requests.isEmpty()) {
            return;
        }
        list.getChildren().add(new Paragraph(wording.text("ask.earlier"), "title-4"));
        for (int i = 0; i < requests.size(); i++) {
            var sentence = new Paragraph(sentence(requests.get(i)));
            sentence.setId("request-" + i);
            list.getChildren().add(sentence);
        }
    }

    private String sentence(AccessRequest request) {
        String when = wording.dates().when(request.time());
        boolean lapsed =
                request.status() == RequestStatus.OPEN && !clock.instant().isBefore(request.expires());
        return wording.text(
                lapsed ? "ask.state.LAPSED" : "ask.state." + request.status().name(), when);
    }
}
