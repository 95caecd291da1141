// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui.upload;

import aegle.clinician.ui.Wording;
import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.ActionRow;
import aegle.desktop.kit.EmptyState;
import aegle.desktop.kit.FxView;
import aegle.desktop.kit.Icon;
import aegle.desktop.kit.KeptFocus;
import aegle.desktop.kit.Page;
import aegle.desktop.kit.Paragraph;
import aegle.desktop.kit.RunningWork;
import aegle.desktop.kit.WorkProgress;
import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** Files come in by dialog, by dropping them, or from the export folder; one button uploads all that are ready. */
public final class UploadView extends FxView {
    private final UploadViewModel model;
    private final Wording wording;
    private final VBox export = new VBox();
    private final VBox interrupted = new VBox();
    private final VBox list = new VBox();
    private final VBox progress = new VBox();
    private final ActionButton start;
    private final ActionRow below;
    private final Page page;
    private final Map<UploadRow, Shown> shown = new HashMap<>();
    private final ListChangeListener<UploadRow> changed = _ -> showRows();

    private record Shown(UploadRowCard card, Subscription following) {}

    public UploadView(UploadViewModel model, Wording wording) {
        this.model = model;
        this.wording = wording;
        start = ActionButton.primary("upload-start", "", model::start).with(Feather.UPLOAD);
        below = new ActionRow(start, ActionButton.quiet("upload-tidy", wording.text("upload.tidy"), model::tidy));
        list.getStyleClass().add("cards");
        page = new Page(wording.text("upload.title"))
                .add(
                        interrupted,
                        export,
                        new ActionRow(ActionButton.secondary(
                                        "upload-choose", wording.text("upload.choose"), this::chooseFiles)
                                .with(Feather.FILE_PLUS)),
                        new ForAllCard(model, wording),
                        Paragraph.bound("upload-summary", model.queue().summaryProperty(), "title-4"),
                        progress,
                        Paragraph.bound(
                                "upload-left",
                                model.leftProperty()
                                        .map(count -> count.intValue() == 0 ? "" : wording.text("upload.left", count)),
                                "problem"),
                        below,
                        list);
        page.setOnDragOver(this::dragged);
        page.setOnDragDropped(this::dropped);
    }

    @Override
    public Parent root() {
        return page;
    }

    @Override
    public Optional<Button> defaultButton() {
        return Optional.of(start);
    }

    @Override
    protected void attached() {
        model.rows().addListener(changed);
        whileAttached(() -> model.rows().removeListener(changed));
        whileAttached(model.exportFolderProperty().subscribe(_ -> showExport()));
        whileAttached(model.readyProperty().subscribe(_ -> showStart()));
        whileAttached(model.queue().busyProperty().subscribe(_ -> showStart()));
        whileAttached(model.queue().interruptedProperty().subscribe(_ -> showInterrupted()));
        whileAttached(model.queue().runningProperty().subscribe(this::showProgress));
        showRows();
        model.look();
    }

    private void showRows() {
        shown.entrySet().removeIf(each -> {
            boolean gone = !model.rows().contains(each.getKey());
            if (gone) {
                each.getValue().following().unsubscribe();
            }
            return gone;
        });
        KeptFocus.during(list, this::showCards);
        showStart();
        showExport();
    }

    private void showCards() {
        list.getChildren()
                .setAll(model.rows().stream()
                        .map(row -> shown.computeIfAbsent(row, this::card).card())
                        .toList());
        if (model.rows().isEmpty()) {
            list.getChildren()
                    .add(new EmptyState(
                            Feather.UPLOAD_CLOUD,
                            wording.text("upload.empty"),
                            wording.text("upload.empty.explained")));
        }
    }

    private Shown card(UploadRow row) {
        var card = new UploadRowCard(row, model, wording);
        return new Shown(card, card.follow());
    }

    private void showStart() {
        int ready = model.readyProperty().get();
        boolean busy = model.queue().busyProperty().get();
        start.setText(wording.text("upload.start", ready));
        start.setAccessibleText(start.getText().replace("_", ""));
        start.setDisable(ready == 0 || busy);
        boolean any = !model.rows().isEmpty();
        below.setVisible(any);
        below.setManaged(any);
    }

    /** An export folder with nothing new is said only while there is nothing else to see. */
    private void showExport() {
        export.getChildren().clear();
        Optional<UploadViewModel.ExportFolder> folder =
                model.exportFolderProperty().get();
        boolean busyWithOthers = !model.rows().isEmpty()
                && folder.filter(known -> known.readable() && known.files().isEmpty())
                        .isPresent();
        export.setVisible(folder.isPresent() && !busyWithOthers);
        export.setManaged(export.isVisible());
        folder.ifPresent(known -> {
            if (!known.readable()) {
                var problem = new Paragraph(wording.text("upload.export.unreadable", known.folder()), "problem");
                problem.setId("upload-export-problem");
                export.getChildren().add(problem);
            } else {
                export.getChildren().add(exportCard(known));
            }
        });
    }

    private HBox exportCard(UploadViewModel.ExportFolder known) {
        var sentence = new Paragraph(wording.text("upload.export", known.files().size()));
        sentence.setId("upload-export");
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        var all = ActionButton.primary("upload-add-export", wording.text("upload.export.add"), model::addExports);
        all.setDisable(known.files().isEmpty());
        var card = new HBox(new Icon(Feather.FOLDER), sentence, all);
        card.getStyleClass().addAll("card", "line");
        return card;
    }

    private void showInterrupted() {
        interrupted.getChildren().clear();
        int count = model.queue().interruptedProperty().get();
        boolean own = model.rows().stream().anyMatch(row -> row.pending().isPresent());
        if (count == 0 || own) {
            return;
        }
        var sentence = new Paragraph(wording.text("upload.interrupted", count));
        sentence.setId("upload-interrupted");
        var card = new VBox(
                sentence,
                new ActionRow(
                        ActionButton.primary(
                                "upload-resume", wording.text("upload.resume"), model.queue()::resumeInterrupted),
                        ActionButton.danger(
                                "upload-discard", wording.text("upload.discard"), model.queue()::discardInterrupted)));
        card.getStyleClass().add("card");
        interrupted.getChildren().add(card);
    }

    private void showProgress(Optional<RunningWork> running) {
        progress.getChildren().clear();
        progress.setVisible(running.isPresent());
        progress.setManaged(running.isPresent());
        running.ifPresent(work -> progress.getChildren()
                .addAll(
                        new WorkProgress(
                                work, wording.text("upload.one"), wording.dates()::amountOf, wording.messages()),
                        new ActionRow(ActionButton.quiet(
                                "upload-cancel", wording.text("upload.cancel"), model.queue()::cancel))));
    }

    private void chooseFiles() {
        var chooser = new FileChooser();
        chooser.setTitle(wording.text("upload.choose").replace("_", ""));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("PDF", "*.pdf", "*.PDF"),
                        new FileChooser.ExtensionFilter(wording.text("upload.allfiles"), "*"));
        model.exportFolderProperty()
                .get()
                .map(known -> known.folder().toFile())
                .filter(File::isDirectory)
                .ifPresent(chooser::setInitialDirectory);
        List<File> chosen = chooser.showOpenMultipleDialog(page.getScene().getWindow());
        if (chosen != null) {
            model.add(chosen.stream().map(File::toPath).toList());
        }
    }

    private void dragged(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            model.add(event.getDragboard().getFiles().stream().map(File::toPath).toList());
        }
        event.setDropCompleted(event.getDragboard().hasFiles());
        event.consume();
    }
}
