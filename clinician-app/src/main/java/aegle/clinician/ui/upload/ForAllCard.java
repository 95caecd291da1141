// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui.upload;

import aegle.clinician.ui.Wording;
import aegle.desktop.kit.LabeledField;
import aegle.desktop.kit.Paragraph;
import aegle.record.metadata.DocumentCategory;
import aegle.sharing.retrieval.GrantedRecord;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Patient and category for all files that do not say theirs, and one tick that they were checked; gone when no file needs it. */
final class ForAllCard extends VBox {
    private final UploadViewModel model;
    private final Wording wording;

    ForAllCard(UploadViewModel model, Wording wording) {
        this.model = model;
        this.wording = wording;
        var title = new Paragraph("", "title-4");
        title.setId("all-title");
        title.textProperty().bind(model.needyProperty().map(count -> wording.text("upload.all", count)));
        getStyleClass().add("card");
        getChildren()
                .addAll(
                        title,
                        new Paragraph(wording.text("upload.all.explained"), "muted"),
                        patient(),
                        categories(),
                        checked());
        visibleProperty().bind(model.needyProperty().greaterThan(0));
        managedProperty().bind(visibleProperty());
    }

    private LabeledField patient() {
        String name = wording.text("upload.patient");
        var choice = new Choice<GrantedRecord>("all-patient", name.replace("_", ""), UploadRowCard::words);
        choice.setItems(model.patients());
        model.usualPatientProperty().subscribe(chosen -> choice.setValue(chosen.orElse(null)));
        choice.setOnAction(event -> {
            Optional<GrantedRecord> chosen = Optional.ofNullable(choice.getValue());
            if (!chosen.equals(model.usualPatientProperty().get())) {
                model.chooseForAll(chosen);
            }
        });
        return new LabeledField(name, choice);
    }

    private FlowPane categories() {
        var group = new ToggleGroup();
        var row = new FlowPane();
        row.getStyleClass().add("filters");
        for (DocumentCategory category : DocumentCategory.values()) {
            var toggle = new ToggleButton(wording.category(category));
            toggle.setId("all-category-" + category.name());
            toggle.getStyleClass().add("chip");
            toggle.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
            toggle.setToggleGroup(group);
            toggle.setOnAction(event -> toggle.setSelected(true));
            toggle.selectedProperty().subscribe((before, now) -> {
                if (now && !model.usualCategoryProperty().get().equals(Optional.of(category))) {
                    model.chooseForAll(category);
                }
            });
            model.usualCategoryProperty().subscribe(chosen -> toggle.setSelected(chosen.equals(Optional.of(category))));
            row.getChildren().add(toggle);
        }
        return row;
    }

    private CheckBox checked() {
        var box = new CheckBox();
        box.setId("all-checked");
        box.setWrapText(true);
        box.textProperty()
                .bind(model.usualPatientProperty()
                        .map(chosen -> chosen.map(record -> wording.text(
                                        "upload.all.checked", record.patient().name()))
                                .orElseGet(() -> wording.text("upload.all.checked.nobody"))));
        box.disableProperty().bind(model.usualPatientProperty().map(Optional::isEmpty));
        model.allCheckedProperty().subscribe(box::setSelected);
        box.setOnAction(event -> model.checkAll(box.isSelected()));
        return box;
    }
}
