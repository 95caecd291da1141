// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui.settings;

import aegle.clinician.ui.Wording;
import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.ActionRow;
import aegle.desktop.kit.FxView;
import aegle.desktop.kit.LabeledField;
import aegle.desktop.kit.Page;
import aegle.desktop.kit.Paragraph;
import aegle.record.member.Member;
import java.io.File;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;

/** The export folder, and who the clinician is to patients. */
public final class SettingsView extends FxView {
    private final SettingsViewModel model;
    private final Wording wording;
    private final TextField folder = new TextField();
    private final VBox self = new VBox();
    private final Page page;

    public SettingsView(SettingsViewModel model, Wording wording) {
        this.model = model;
        this.wording = wording;
        folder.setId("settings-folder");
        folder.textProperty().bindBidirectional(model.folderProperty());
        self.getStyleClass().add("card");
        page = new Page(wording.text("settings.title"))
                .narrow()
                .add(
                        new LabeledField(wording.text("settings.folder"), folder)
                                .explained(wording.text("settings.folder.explained"))
                                .checked(model.folderProblemProperty()),
                        Paragraph.bound("settings-saved", model.savedProperty(), "done"),
                        new ActionRow(
                                ActionButton.primary("settings-save", wording.text("settings.save"), model::save),
                                ActionButton.secondary(
                                        "settings-choose", wording.text("settings.choose"), this::choose)),
                        new Paragraph(wording.text("settings.self"), "title-4"),
                        Paragraph.bound("settings-problem", model.problemProperty(), "problem"),
                        self);
    }

    @Override
    public Parent root() {
        return page;
    }

    @Override
    public Optional<Node> firstFocus() {
        return Optional.of(folder);
    }

    @Override
    protected void attached() {
        whileAttached(model.selfProperty().subscribe(this::show));
        model.look();
    }

    private void show(Optional<Member> member) {
        self.getChildren().clear();
        self.setVisible(member.isPresent());
        member.ifPresent(known -> {
            var name = new Paragraph(known.professional().name(), "title-4");
            name.setId("settings-name");
            var words = new Paragraph(SettingsViewModel.words(known), "words");
            words.setId("settings-words");
            self.getChildren()
                    .addAll(
                            name,
                            new Paragraph(wording.text(
                                    "settings.npi", known.professional().npi(), wording.hospital(known.hospital()))),
                            words,
                            new Paragraph(wording.text("settings.words.explained"), "muted"),
                            new Paragraph(
                                    wording.text(
                                            "settings.due",
                                            wording.dates()
                                                    .date(known.attestation().due())),
                                    "muted"));
        });
    }

    private void choose() {
        var chooser = new DirectoryChooser();
        File chosen = chooser.showDialog(page.getScene().getWindow());
        if (chosen != null) {
            model.folderProperty().set(chosen.getPath());
            model.save();
        }
    }
}
