// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.record;

import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.FxView;
import aegle.record.DocumentId;
import aegle.wallet.session.HeldDocument;
import aegle.wallet.text.WalletTexts;
import aegle.wallet.ui.file.CopyQuestion;
import aegle.wallet.ui.list.IconLine;
import aegle.wallet.ui.list.WrapRow;
import aegle.wallet.ui.viewing.PdfViewingView;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** One document in the viewer, with confirming and saving beside it. */
public final class DocumentView extends FxView {
    private final PdfViewingView view;
    private final DocumentViewModel model;
    private final ActionButton confirm;
    private final ActionButton next;
    private final StackPane state = new StackPane();
    private final WalletTexts texts;

    /** Show a document; {@code next} opens the next one that waits to be confirmed. */
    public DocumentView(
            DocumentViewModel model,
            WalletTexts texts,
            CopyQuestion copies,
            Runnable back,
            Consumer<HeldDocument> openNext) {
        this.model = model;
        this.texts = texts;
        confirm = ActionButton.primary("document-confirm", texts.text("document.confirm"), model::confirm)
                .with(Feather.CHECK);
        confirm.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !model.viewing().seen().get()
                                || model.confirmingProperty().get(),
                        model.viewing().seen(),
                        model.confirmingProperty()));
        next = ActionButton.primary(
                "document-next", texts.text("document.next"), () -> model.next().ifPresent(openNext));
        ActionButton save = ActionButton.secondary(
                        "document-save",
                        texts.text("document.save"),
                        () -> copies.ask(model.proposedName(), model::save))
                .with(Feather.DOWNLOAD);
        WrapRow above = new WrapRow(List.of(state, confirm, next, save), "document-state");
        view = new PdfViewingView(model.viewing(), texts, back, List.of(above));
    }

    /** Which document it shows. */
    public DocumentId document() {
        return model.documentProperty().get().entry().id();
    }

    @Override
    public Parent root() {
        return view.root();
    }

    @Override
    public Optional<Node> firstFocus() {
        return view.firstFocus();
    }

    @Override
    protected void attached() {
        view.attach();
        whileAttached(model.documentProperty().subscribe(this::show));
        whileAttached(model.confirmingProperty()
                .subscribe((before, now) -> show(model.documentProperty().get())));
    }

    @Override
    protected void detached() {
        view.detach();
    }

    private void show(HeldDocument document) {
        boolean confirmed = document.isConfirmed();
        boolean asked = confirm.isFocused() || model.confirmingProperty().get();
        confirm.setVisible(!confirmed);
        confirm.setManaged(!confirmed);
        boolean another = confirmed && model.next().isPresent();
        next.setVisible(another);
        next.setManaged(another);
        if (asked && confirmed) {
            Optional.<Node>of(next).filter(_ -> another).or(this::firstFocus).ifPresent(Node::requestFocus);
        }
        IconLine line = confirmed
                ? new IconLine(Feather.CHECK_CIRCLE, "success", texts.text("document.confirmed"))
                : new IconLine(
                        Feather.FILE_PLUS,
                        "accent",
                        texts.text("document.to-confirm", texts.name(document.uploader())));
        line.setId(confirmed ? "document-confirmed" : "document-to-confirm");
        state.getChildren().setAll(line);
    }
}
