// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.file;

import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.ActionRow;
import aegle.desktop.kit.EmptyState;
import aegle.desktop.kit.FxView;
import aegle.desktop.kit.Page;
import aegle.desktop.kit.Paragraph;
import aegle.desktop.kit.Question;
import aegle.desktop.kit.WorkProgress;
import aegle.sharing.privatefile.ListedPrivateFile;
import aegle.wallet.text.WalletTexts;
import aegle.wallet.ui.list.FeedFrame;
import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The patient's own files; files may be dropped anywhere on it. */
public final class FilesView extends FxView {
    private final FilesViewModel model;
    private final WalletTexts texts;
    private final CopyQuestion copies;
    private final FileRoutes routes;
    private final FeedFrame<ListedPrivateFile> frame;
    private final VBox progress = new VBox();
    private final ActionButton add;
    private final Page root;

    /** Show the files. */
    public FilesView(FilesViewModel model, WalletTexts texts, CopyQuestion copies, FileRoutes routes) {
        this.model = model;
        this.texts = texts;
        this.copies = copies;
        this.routes = routes;
        add = ActionButton.primary("files-add", texts.text("files.add"), this::choose)
                .with(Feather.PLUS);
        frame = new FeedFrame<>("files", model.news().privateFiles(), texts, this::none, this::row);
        root = new Page(texts.text("files.title"))
                .intro(texts.text("files.intro"))
                .add(new ActionRow(add), progress, frame);
        root.setId("files-page");
        root.setOnDragOver(this::dragged);
        root.setOnDragDropped(this::dropped);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<Node> firstFocus() {
        return Optional.of(add);
    }

    @Override
    protected void attached() {
        whileAttached(frame.follow(model.files()));
        whileAttached(model.addingProperty().subscribe(adding -> {
            progress.getChildren()
                    .setAll(adding
                            .map(running -> new WorkProgress(
                                    running, texts.text("files.adding"), texts.dates()::amountOf, texts.messages()))
                            .stream()
                            .toList());
            progress.setManaged(adding.isPresent());
        }));
    }

    private Node none() {
        return new EmptyState(Feather.FILE, texts.text("files.none"), texts.text("files.none.todo"));
    }

    private Node row(ListedPrivateFile file) {
        String key = file.entry().id().hex();
        ActionRow actions = new ActionRow();
        if (FilesViewModel.isPdf(file)) {
            actions.getChildren()
                    .add(ActionButton.secondary("view-" + key, texts.text("files.open"), () -> routes.view(file)));
        }
        ActionButton save = ActionButton.secondary(
                "save-" + key,
                texts.text("document.save"),
                () -> copies.ask(file.name(), target -> model.save(file, target)));
        ActionButton remove =
                ActionButton.secondary("remove-" + key, texts.text("files.remove"), () -> askToRemove(file));
        remove.setAccessibleText(texts.text("files.remove.of", file.name()));
        remove.disableProperty()
                .bind(model.removingProperty()
                        .map(removing ->
                                removing.equals(Optional.of(file.entry().id()))));
        actions.getChildren().addAll(save, remove);
        VBox card = new VBox(
                new Paragraph(file.name(), "title-4"),
                new Paragraph(
                        texts.text(
                                "files.added-at",
                                texts.dates().when(file.added()),
                                texts.dates().bytes(file.length())),
                        "muted"),
                actions);
        card.getStyleClass().add("card");
        card.setId("file-" + key);
        return card;
    }

    private void choose() {
        copies.files().open(texts.text("files.add.title")).ifPresent(file -> model.add(List.of(file)));
    }

    private void askToRemove(ListedPrivateFile file) {
        copies.overlay()
                .ask(
                        new Question(
                                texts.text("files.remove.title", file.name()),
                                texts.text("files.remove.sentence"),
                                texts.text("files.remove.confirm"),
                                texts.text("files.remove.cancel"),
                                true),
                        () -> model.remove(file));
    }

    private void dragged(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        boolean files = event.getDragboard().hasFiles();
        if (files) {
            model.add(event.getDragboard().getFiles().stream()
                    .filter(File::isFile)
                    .map(File::toPath)
                    .toList());
        }
        event.setDropCompleted(files);
        event.consume();
    }
}
