// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui.patient;

import aegle.clinician.desk.PatientDocument;
import aegle.clinician.ui.PatientHeader;
import aegle.clinician.ui.Wording;
import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.ActionRow;
import aegle.desktop.kit.Chip;
import aegle.desktop.kit.EmptyState;
import aegle.desktop.kit.FxView;
import aegle.desktop.kit.KeptFocus;
import aegle.desktop.kit.LoadingSkeleton;
import aegle.desktop.kit.Page;
import aegle.desktop.kit.Paragraph;
import aegle.record.metadata.DocumentCategory;
import aegle.record.permission.Permission;
import aegle.sharing.retrieval.GrantedRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Parent;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One patient: two identifiers always in view, what is allowed, and her documents. */
public final class PatientView extends FxView {
    private final PatientViewModel model;
    private final Wording wording;
    private final Actions actions;
    private final BorderPane root = new BorderPane();
    private final VBox allowances = new VBox();
    private final VBox list = new VBox();
    private final VBox filters = new VBox();
    private final ActionRow main = new ActionRow();
    private final Paragraph obstacle = new Paragraph("", "muted");

    /** What can be done from here. */
    public record Actions(
            Consumer<PatientDocument> open,
            Consumer<PatientDocument> copyReference,
            Runnable confirmIdentity,
            Runnable upload,
            Runnable askForAccess) {}

    public PatientView(PatientViewModel model, Wording wording, Actions actions) {
        this.model = model;
        this.wording = wording;
        this.actions = actions;
        list.getStyleClass().add("cards");
        addFilters();
        obstacle.setId("patient-upload-obstacle");
        ActionButton more = ActionButton.secondary("patient-more", wording.text("patient.more"), model::showMore);
        more.visibleProperty().bind(Bindings.createBooleanBinding(model::hasMore, model.shownBinding()));
        more.managedProperty().bind(more.visibleProperty());
        root.setCenter(new Page(wording.text("patient.documents"))
                .add(
                        Paragraph.bound("patient-ended", model.endedProperty(), "problem"),
                        Paragraph.bound("patient-problem", model.problemProperty(), "problem"),
                        allowances,
                        main,
                        obstacle,
                        filters,
                        list,
                        Paragraph.bound(
                                "patient-reading",
                                model.readingProperty().map(reading -> reading ? wording.text("patient.reading") : ""),
                                "muted"),
                        new ActionRow(more)));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    protected void attached() {
        whileAttached(model.recordProperty().subscribe(_ -> showRecordAgain()));
        whileAttached(model.endedProperty().subscribe(_ -> showRecordAgain()));
        whileAttached(model.shownBinding().subscribe(_ -> showDocumentsAgain()));
        whileAttached(model.documentsProperty().subscribe(_ -> showDocumentsAgain()));
        whileAttached(model.problemProperty().subscribe(_ -> showDocumentsAgain()));
        model.refresh();
    }

    private void showRecordAgain() {
        KeptFocus.during(root, () -> showRecord(model.recordProperty().get()));
    }

    private void showDocumentsAgain() {
        KeptFocus.during(root, this::showDocuments);
    }

    private void showRecord(GrantedRecord record) {
        root.setTop(new PatientHeader(record, wording));
        allowances.getChildren().clear();
        boolean ended = !model.endedProperty().get().isEmpty();
        if (!ended) {
            for (Permission permission : record.permissions()) {
                allowances.getChildren().add(new Paragraph(wording.allowance(permission), "muted"));
            }
        }
        main.getChildren().clear();
        if (ended) {
            main.getChildren()
                    .add(ActionButton.primary("patient-ask", wording.text("patients.ask"), actions.askForAccess()));
        } else {
            showWhatCanBeDone(record);
        }
        String why = model.uploadObstacle();
        obstacle.setText(ended ? "" : why);
        obstacle.setVisible(!obstacle.getText().isEmpty());
        obstacle.setManaged(obstacle.isVisible());
    }

    private void showWhatCanBeDone(GrantedRecord record) {
        ActionButton upload = record.isIdentityConfirmed()
                ? ActionButton.primary("patient-upload", wording.text("patient.upload"), actions.upload())
                : ActionButton.secondary("patient-upload", wording.text("patient.upload"), actions.upload());
        upload.with(Feather.UPLOAD);
        upload.setDisable(!model.uploadObstacle().isEmpty());
        if (!record.isIdentityConfirmed()) {
            main.getChildren()
                    .add(ActionButton.primary(
                                    "confirm-identity", wording.text("patient.confirm"), actions.confirmIdentity())
                            .with(Feather.USER_CHECK));
        }
        main.getChildren().add(upload);
        record.link()
                .ifPresent(link -> allowances
                        .getChildren()
                        .add(new Paragraph(
                                wording.text(
                                        "identity.by." + link.way().name(),
                                        link.confirmedBy(),
                                        wording.dates().date(link.time()),
                                        link.hospitalNumber()),
                                "muted")));
    }

    private void showDocuments() {
        list.getChildren().clear();
        Optional<List<PatientDocument>> all = model.documentsProperty().get();
        if (all.isEmpty()) {
            if (model.problemProperty().get().isEmpty()) {
                list.getChildren().add(new LoadingSkeleton(3, wording.text("patient.loading")));
            }
            return;
        }
        if (all.get().isEmpty()) {
            if (model.endedProperty().get().isEmpty()) {
                list.getChildren()
                        .add(new EmptyState(
                                Feather.FILE_TEXT,
                                wording.text("patient.empty"),
                                wording.text("patient.empty.explained")));
            }
            return;
        }
        List<PatientDocument> shown = model.shownBinding().get();
        var cardActions = new DocumentCard.Actions(actions.open(), actions.copyReference());
        for (int i = 0; i < shown.size(); i++) {
            list.getChildren().add(new DocumentCard(shown.get(i), i, model, wording, cardActions));
        }
    }

    private void addFilters() {
        var categories = new ToggleGroup();
        var first = new FlowPane(new Chip<>(
                "filter-all",
                wording.text("patient.filter.all"),
                Optional.empty(),
                model.categoryProperty(),
                categories));
        for (DocumentCategory category : DocumentCategory.values()) {
            var chip = new Chip<>(
                    "filter-" + category.name(), "", Optional.of(category), model.categoryProperty(), categories);
            chip.textProperty()
                    .bind(model.documentsProperty()
                            .map(_ ->
                                    wording.text("patient.filter", wording.category(category), model.count(category))));
            first.getChildren().add(chip);
        }
        var orders = new ToggleGroup();
        var second = new FlowPane(new Paragraph(wording.text("patient.order"), "muted"));
        for (PatientViewModel.Order order : PatientViewModel.Order.values()) {
            second.getChildren()
                    .add(new Chip<>(
                            "order-" + order.name(),
                            wording.text("order." + order.name()),
                            order,
                            model.orderProperty(),
                            orders));
        }
        first.getStyleClass().add("filters");
        second.getStyleClass().add("filters");
        filters.getStyleClass().add("choices");
        filters.getChildren().addAll(first, second);
        filters.visibleProperty()
                .bind(model.documentsProperty()
                        .map(all -> all.filter(list -> !list.isEmpty()).isPresent()));
        filters.managedProperty().bind(filters.visibleProperty());
    }
}
