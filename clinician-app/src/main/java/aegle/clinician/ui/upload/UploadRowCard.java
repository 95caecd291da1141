// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui.upload;

import aegle.clinician.ui.Wording;
import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.Icon;
import aegle.desktop.kit.KeptFocus;
import aegle.desktop.kit.LabeledField;
import aegle.desktop.kit.Paragraph;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentKind;
import aegle.sharing.retrieval.GrantedRecord;
import java.time.chrono.Chronology;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import javafx.util.converter.LocalDateStringConverter;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** One file: its name, what is proposed and why, its state, and on demand the fields to change it. */
final class UploadRowCard extends VBox {
    private final UploadRow row;
    private final UploadViewModel model;
    private final Wording wording;
    private final String id;
    private final Paragraph proposal = new Paragraph("");
    private final Icon sign = new Icon(Feather.CIRCLE);
    private final Paragraph state = new Paragraph("");
    private final FlowPane buttons = new FlowPane();
    private final VBox checks = new VBox();
    private final VBox fields = new VBox();
    private boolean editing;

    UploadRowCard(UploadRow row, UploadViewModel model, Wording wording) {
        this.row = row;
        this.model = model;
        this.wording = wording;
        this.id = "upload-" + row.number();
        setId(id);
        getProperties().put("file", row.file());
        getStyleClass().addAll("card", "upload-row");
        var file = new Paragraph(row.name(), "title-4");
        file.setId(id + "-file");
        proposal.setId(id + "-proposal");
        state.setId(id + "-state");
        HBox.setHgrow(state, Priority.ALWAYS);
        var said = new HBox(sign, state);
        said.getStyleClass().add("row-state");
        buttons.getStyleClass().add("row-buttons");
        fields.getStyleClass().add("row-fields");
        checks.getStyleClass().add("choices");
        getChildren()
                .addAll(
                        file,
                        proposal,
                        Paragraph.bound(id + "-reason", row.reasonProperty(), "muted"),
                        said,
                        checks,
                        fields,
                        buttons);
    }

    Subscription follow() {
        return Subscription.combine(
                row.stateProperty().subscribe(_ -> showAgain()),
                row.messageProperty().subscribe(state::setText),
                row.patientProperty().subscribe(_ -> showAgain()),
                row.categoryProperty().subscribe(_ -> showAgain()),
                row.kindProperty().subscribe(_ -> showAgain()),
                row.dateProperty().subscribe(_ -> showAgain()));
    }

    private void showAgain() {
        KeptFocus.during(this, this::show);
    }

    private void show() {
        RowState now = row.stateProperty().get();
        getProperties().put("state", now.name());
        getProperties()
                .put("category", row.categoryProperty().get().map(Enum::name).orElse(""));
        proposal.setText(proposed());
        proposal.setVisible(!proposal.getText().isEmpty());
        proposal.setManaged(proposal.isVisible());
        sign.show(glyph(now));
        sign.getStyleClass().setAll("icon", tone(now));
        state.getStyleClass().removeAll("problem");
        if (now == RowState.REFUSED || now == RowState.FAILED) {
            state.getStyleClass().add("problem");
        }
        showButtons(now);
        showChecks(now);
        if (!now.isEditable()) {
            editing = false;
        }
        showFields();
    }

    private String proposed() {
        if (row.document().isEmpty()) {
            return "";
        }
        var parts = new ArrayList<String>();
        parts.add(row.patientProperty()
                .get()
                .map(record -> record.patient().name())
                .orElseGet(() -> wording.text("upload.nopatient")));
        row.categoryProperty().get().map(wording::category).ifPresent(parts::add);
        row.dateProperty().get().map(wording.dates()::date).ifPresent(parts::add);
        parts.add(wording.kind(row.kindProperty().get()));
        return String.join(" · ", parts);
    }

    private void showButtons(RowState now) {
        buttons.getChildren().clear();
        if (now == RowState.FAILED) {
            buttons.getChildren()
                    .add(ActionButton.secondary(id + "-retry", wording.text("upload.retry"), () -> model.retry(row)));
        }
        if (now == RowState.SAVING) {
            buttons.getChildren()
                    .add(ActionButton.secondary(
                            id + "-retry", wording.text("upload.asksaved"), () -> model.retry(row)));
        }
        if (now.isEditable()) {
            buttons.getChildren().add(ActionButton.quiet(id + "-edit", wording.text("upload.edit"), this::toggle));
        }
        if (now != RowState.UPLOADING && now != RowState.CHECKING) {
            buttons.getChildren()
                    .add(ActionButton.quiet(id + "-remove", wording.text("upload.remove"), () -> model.remove(row)));
        }
    }

    private void showChecks(RowState now) {
        checks.getChildren().clear();
        if (!now.isEditable()) {
            return;
        }
        if (model.needsCheckByHand(row)) {
            String name = row.patientProperty()
                    .get()
                    .map(record -> record.patient().name())
                    .orElse("");
            var box = box(id + "-checked", wording.text("upload.checked", name));
            box.selectedProperty().bindBidirectional(row.checkedByHandProperty());
            checks.getChildren().add(box);
        }
        if (row.isInRecord()) {
            var box = box(id + "-anyway", wording.text("upload.anyway"));
            box.selectedProperty().bindBidirectional(row.duplicateWantedProperty());
            checks.getChildren().add(box);
        }
    }

    private static CheckBox box(String id, String text) {
        var box = new CheckBox(text);
        box.setId(id);
        box.setWrapText(true);
        return box;
    }

    private void toggle() {
        editing = !editing;
        showFields();
    }

    private void showFields() {
        if (!editing) {
            fields.getChildren().clear();
        } else if (fields.getChildren().isEmpty()) {
            fields.getChildren().addAll(patient(), category(), date(), kind());
        }
        fields.setVisible(editing);
        fields.setManaged(editing);
    }

    private LabeledField patient() {
        String name = wording.text("upload.patient");
        var choice = new Choice<GrantedRecord>(id + "-patient", name.replace("_", ""), UploadRowCard::words);
        choice.setItems(model.patients());
        row.patientProperty().get().ifPresent(choice::setValue);
        choice.setOnAction(event -> row.patientProperty().set(Optional.ofNullable(choice.getValue())));
        return new LabeledField(name, choice);
    }

    /** Two people of one name are told apart. */
    static String words(GrantedRecord record) {
        return record.patient().name() + ", " + record.patient().birthDate();
    }

    private LabeledField category() {
        String name = wording.text("upload.category");
        var choice = new Choice<DocumentCategory>(id + "-category", name.replace("_", ""), wording::category);
        choice.getItems().setAll(DocumentCategory.values());
        row.categoryProperty().get().ifPresent(choice::setValue);
        choice.setOnAction(event -> model.chooseCategory(row, choice.getValue()));
        return new LabeledField(name, choice);
    }

    private LabeledField date() {
        String name = wording.text("upload.date");
        var picker = new DatePicker();
        picker.setId(id + "-date");
        picker.setConverter(new LocalDateStringConverter(
                FormatStyle.MEDIUM,
                wording.messages().locale(),
                Chronology.ofLocale(wording.messages().locale())));
        row.dateProperty().get().ifPresent(picker::setValue);
        picker.setOnAction(event -> row.dateProperty().set(Optional.ofNullable(picker.getValue())));
        return new LabeledField(name, picker);
    }

    private LabeledField kind() {
        String name = wording.text("upload.kind");
        var choice = new Choice<DocumentKind>(id + "-type", name.replace("_", ""), wording::kind);
        choice.getItems().setAll(DocumentKind.values());
        choice.setValue(row.kindProperty().get());
        choice.setOnAction(event -> row.kindProperty().set(choice.getValue()));
        return new LabeledField(name, choice);
    }

    private static Ikon glyph(RowState state) {
        return switch (state) {
            case CHECKING -> Feather.SEARCH;
            case REFUSED -> Feather.SLASH;
            case ATTENTION -> Feather.ALERT_TRIANGLE;
            case READY -> Feather.CHECK;
            case UPLOADING -> Feather.UPLOAD;
            case SAVING -> Feather.CLOCK;
            case DONE -> Feather.CHECK_CIRCLE;
            case FAILED -> Feather.ALERT_OCTAGON;
        };
    }

    private static String tone(RowState state) {
        return switch (state) {
            case CHECKING, UPLOADING, SAVING -> "accent";
            case REFUSED, FAILED, ATTENTION -> "danger";
            case READY, DONE -> "success";
        };
    }
}
