// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.viewing;

import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.ActionRow;
import aegle.desktop.kit.FxView;
import aegle.desktop.kit.Icon;
import aegle.desktop.kit.LoadingSkeleton;
import aegle.desktop.kit.Page;
import aegle.desktop.kit.Paragraph;
import aegle.desktop.kit.WorkProgress;
import aegle.desktop.viewer.PdfViewerView;
import aegle.wallet.text.WalletTexts;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The viewer, or why there is nothing to view: then nothing of the document can be seen or clicked through to. */
public final class PdfViewingView extends FxView {
    private final PdfViewing viewing;
    private final WalletTexts texts;
    private final Runnable back;
    private final PdfViewerView pages;
    private final StackPane root = new StackPane();

    /** Show a document; {@code above} stands over the pages, {@code actions} beside the title. */
    public PdfViewingView(
            PdfViewing viewing, WalletTexts texts, Runnable back, List<Node> above, ActionButton... actions) {
        this.viewing = viewing;
        this.texts = texts;
        this.back = back;
        root.setId("viewing");
        pages = new PdfViewerView(viewing.viewer(), texts.messages(), above, back, actions);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<Node> firstFocus() {
        return pages.firstFocus();
    }

    @Override
    protected void attached() {
        pages.attach();
        whileAttached(viewing.stateProperty().subscribe(this::show));
        viewing.fetch();
    }

    @Override
    protected void detached() {
        viewing.forget();
        pages.detach();
    }

    private void show(PdfViewing.State state) {
        Node shown = switch (state) {
            case SHOWN -> pages.root();
            case FAILED -> failed();
            case CLOSED, FETCHING -> fetching();
        };
        root.getChildren().setAll(shown);
        if (root.getScene() != null) {
            root.applyCss();
            root.layout();
            focus(state);
        }
    }

    private void focus(PdfViewing.State state) {
        switch (state) {
            case SHOWN -> pages.firstFocus().ifPresent(Node::requestFocus);
            case FAILED -> Optional.ofNullable(root.lookup("#viewing-back")).ifPresent(Node::requestFocus);
            case CLOSED, FETCHING -> {}
        }
    }

    private Node fetching() {
        Page page = new Page(texts.text("viewing.fetching")).add(new LoadingSkeleton(2, texts.text("list.loading")));
        viewing.workProperty()
                .get()
                .ifPresent(running -> page.add(new WorkProgress(
                        running, texts.text("viewing.checking"), texts.dates()::amountOf, texts.messages())));
        return page;
    }

    private Node failed() {
        Paragraph why = new Paragraph(viewing.failureProperty().get(), "problem");
        why.setId("viewing-problem");
        VBox card = new VBox(Icon.styled(Feather.ALERT_OCTAGON, "danger"), why);
        card.getStyleClass().addAll("card", "refusal-card");
        return new Page(texts.text("viewing.failed"))
                .add(
                        card,
                        new ActionRow(
                                ActionButton.secondary("viewing-back", texts.text("viewing.back"), back),
                                ActionButton.secondary("viewing-retry", texts.text("list.retry"), viewing::fetch)));
    }
}
