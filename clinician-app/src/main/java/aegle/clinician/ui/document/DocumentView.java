// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui.document;

import aegle.clinician.ui.Explanation;
import aegle.clinician.ui.PatientHeader;
import aegle.clinician.ui.QuotedReason;
import aegle.clinician.ui.Wording;
import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.ActionRow;
import aegle.desktop.kit.FxView;
import aegle.desktop.kit.Gate;
import aegle.desktop.kit.Icon;
import aegle.desktop.kit.Paragraph;
import aegle.desktop.kit.RunningWork;
import aegle.desktop.kit.WorkProgress;
import aegle.desktop.viewer.PdfViewerView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A document under its patient's header: being opened, shown, or refused with the reason and what to do. */
public final class DocumentView extends FxView {
    private final DocumentViewModel model;
    private final Wording wording;
    private final Actions actions;
    private final PdfViewerView viewer;
    private final StackPane content = new StackPane();
    private final BorderPane root = new BorderPane(content);

    /** What can be done from here. */
    public record Actions(Runnable back, Runnable askForAccess, Runnable copyReference) {}

    public DocumentView(DocumentViewModel model, Actions actions) {
        this.model = model;
        this.wording = model.wording();
        this.actions = actions;
        viewer = new PdfViewerView(
                model.viewer(),
                wording.messages(),
                List.of(),
                actions.back(),
                ActionButton.quiet("document-copy-reference", wording.text("document.copy"), actions.copyReference())
                        .with(Feather.LINK));
        root.setTop(new PatientHeader(model.record(), wording));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<Node> firstFocus() {
        return viewer.firstFocus();
    }

    @Override
    protected void attached() {
        content.getChildren().setAll(viewer.root());
        viewer.attach();
        whileAttached(model.refusalProperty().subscribe(_ -> showState()));
        whileAttached(model.slowProperty().subscribe(_ -> showState()));
        model.open();
    }

    @Override
    protected void detached() {
        viewer.detach();
        model.close();
    }

    private void showState() {
        Optional<Explanation> refusal = model.refusalProperty().get();
        Optional<RunningWork> opening =
                model.openingProperty().get().filter(_ -> model.slowProperty().get());
        content.getChildren().retainAll(List.of(viewer.root()));
        viewer.root().setVisible(refusal.isEmpty());
        if (refusal.isPresent()) {
            Node card = refusal(refusal.get());
            content.getChildren().add(card);
            card.applyCss();
            Stream.of("#refusal-ask", "#refusal-again", "#refusal-back")
                    .flatMap(id -> Stream.ofNullable(card.lookup(id)))
                    .findFirst()
                    .ifPresent(Node::requestFocus);
        } else {
            opening.ifPresent(work -> content.getChildren()
                    .add(centered(new WorkProgress(
                            work, wording.text("document.opening"), wording.dates()::amountOf, wording.messages()))));
        }
    }

    private Node refusal(Explanation why) {
        var sentence = new Paragraph(why.sentence(), "title-4");
        sentence.setId("refusal-sentence");
        var toDo = new Paragraph(why.toDo(), "muted");
        toDo.setId("refusal-todo");
        var buttons = new ActionRow();
        if (why.remedy() == Explanation.Remedy.ASK_PATIENT) {
            buttons.getChildren()
                    .add(ActionButton.primary("refusal-ask", wording.text("patients.ask"), actions.askForAccess()));
        }
        if (why.remedy() == Explanation.Remedy.TRY_AGAIN) {
            buttons.getChildren()
                    .add(ActionButton.primary("refusal-again", wording.text("document.again"), model::open));
        }
        buttons.getChildren()
                .add(ActionButton.secondary("refusal-back", wording.text("document.back"), actions.back()));
        var quoted = new QuotedReason("refusal", why.quote(), wording);
        return new Gate(Icon.styled(Feather.ALERT_TRIANGLE, "danger"), sentence, toDo, quoted, buttons);
    }

    private static VBox centered(VBox inner) {
        inner.getStyleClass().addAll("card", "refusal");
        return inner;
    }
}
