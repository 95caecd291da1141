// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui.patient;

import aegle.clinician.desk.PatientOverview;
import aegle.clinician.ui.OpenCard;
import aegle.clinician.ui.PatientHeader;
import aegle.clinician.ui.Wording;
import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.ActionRow;
import aegle.desktop.kit.EmptyState;
import aegle.desktop.kit.FxView;
import aegle.desktop.kit.Icon;
import aegle.desktop.kit.KeptFocus;
import aegle.desktop.kit.LoadingSkeleton;
import aegle.desktop.kit.Page;
import aegle.desktop.kit.Paragraph;
import aegle.desktop.kit.SearchField;
import aegle.record.permission.Permission;
import aegle.sharing.retrieval.GrantedRecord;
import aegle.sharing.retrieval.GrantedRecords.Unreadable;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The patients as cards that open with a click or Enter; beneath them what cannot be read and what has ended. */
public final class PatientsView extends FxView {
    private final PatientsViewModel model;
    private final Wording wording;
    private final Actions actions;
    private final SearchField search;
    private final VBox list = new VBox();
    private final ActionButton ask;
    private final Page page;

    /** What can be done from here. */
    public record Actions(Consumer<GrantedRecord> open, Runnable askForAccess, Runnable openReference) {}

    public PatientsView(PatientsViewModel model, Wording wording, Actions actions) {
        this.model = model;
        this.wording = wording;
        this.actions = actions;
        search = new SearchField("patients-search", wording.text("patients.search"), wording.messages());
        ask = ActionButton.secondary("ask-access", wording.text("patients.ask"), actions.askForAccess())
                .with(Feather.USER_PLUS);
        list.getStyleClass().add("cards");
        page = new Page(wording.text("patients.title"))
                .add(
                        search,
                        Paragraph.bound("patients-problem", model.problemProperty(), "problem"),
                        list,
                        new ActionRow(
                                ask,
                                ActionButton.secondary(
                                                "open-reference",
                                                wording.text("patients.reference"),
                                                actions.openReference())
                                        .with(Feather.LINK),
                                ActionButton.quiet(
                                        "patients-refresh", wording.text("patients.refresh"), model::refresh)));
    }

    @Override
    public Parent root() {
        return page;
    }

    @Override
    public Optional<Node> firstFocus() {
        return Optional.of(search);
    }

    @Override
    protected void attached() {
        whileAttached(
                search.queryProperty().subscribe(text -> model.queryProperty().set(text)));
        whileAttached(model.overviewProperty().subscribe(_ -> showAgain()));
        whileAttached(model.shownBinding().subscribe(_ -> showAgain()));
        whileAttached(model.problemProperty().subscribe(_ -> showAgain()));
        model.refresh();
    }

    private void showAgain() {
        KeptFocus.during(list, this::show);
    }

    private void show() {
        list.getChildren().clear();
        Optional<PatientOverview> overview = model.overviewProperty().get();
        if (overview.isEmpty()) {
            if (model.problemProperty().get().isEmpty()) {
                list.getChildren().add(new LoadingSkeleton(3, wording.text("patients.loading")));
            }
            return;
        }
        boolean anybody = !overview.get().records().isEmpty();
        ask.setVisible(anybody);
        ask.setManaged(anybody);
        showPatients(overview.get());
        showUnreadable(overview.get().unreadable());
        showEnded(overview.get().ended());
    }

    private void showPatients(PatientOverview overview) {
        List<GrantedRecord> shown = model.shownBinding().get();
        if (overview.records().isEmpty()) {
            list.getChildren()
                    .add(new EmptyState(
                            Feather.USERS,
                            wording.text("patients.empty"),
                            wording.text("patients.empty.explained"),
                            ActionButton.primary("ask-first", wording.text("patients.ask"), actions.askForAccess())));
        } else if (shown.isEmpty()) {
            var nobody = new Paragraph(
                    wording.text("patients.nobody", model.queryProperty().get()), "muted");
            nobody.setId("patients-nobody");
            list.getChildren().add(nobody);
        }
        for (int i = 0; i < shown.size(); i++) {
            list.getChildren().add(card(shown.get(i), i));
        }
    }

    private OpenCard card(GrantedRecord record, int number) {
        var name = new Paragraph(record.patient().name(), "title-4");
        name.setId("patient-" + number + "-name");
        var identity = PatientHeader.identity(record, wording);
        identity.setMinWidth(Region.USE_PREF_SIZE);
        var top = new HBox(name, identity);
        top.getStyleClass().add("card-top");
        var who = new Paragraph(wording.born(record.patient()) + " · " + wording.numbers(record.patient()));
        String spoken = record.patient().name() + ", " + who.getText() + ", "
                + wording.text(record.isIdentityConfirmed() ? "identity.confirmed" : "identity.unconfirmed");
        var card =
                new OpenCard("patient-" + number, spoken, () -> actions.open().accept(record), top, who);
        for (Permission permission : record.permissions()) {
            card.getChildren().add(new Paragraph(wording.allowance(permission), "muted"));
        }
        return card;
    }

    private void showUnreadable(List<Unreadable> unreadable) {
        for (int i = 0; i < unreadable.size(); i++) {
            var sentence = new Paragraph(wording.text("patients.unreadable"), "problem");
            sentence.setId("unreadable-" + i);
            var detail = new Paragraph(
                    wording.text(
                            "patients.unreadable.quote",
                            unreadable.get(i).check().name()),
                    "muted");
            HBox line = new HBox(Icon.styled(Feather.ALERT_OCTAGON, "danger"), new VBox(sentence, detail));
            line.getStyleClass().addAll("card", "line");
            list.getChildren().add(line);
        }
    }

    private void showEnded(List<PatientOverview.Ended> ended) {
        if (ended.isEmpty()) {
            return;
        }
        list.getChildren().add(new Paragraph(wording.text("patients.ended"), "title-4"));
        for (int i = 0; i < ended.size(); i++) {
            Permission permission = ended.get(i).permission();
            String name = ended.get(i).name().orElseGet(() -> wording.text("patients.ended.unknown"));
            var sentence = new Paragraph(
                    permission
                            .revokedAt()
                            .map(time -> wording.text(
                                    "patients.ended.revoked",
                                    name,
                                    wording.dates().when(time)))
                            .orElseGet(() -> wording.text(
                                    "patients.ended.expired",
                                    name,
                                    wording.until(permission.scope().validity().to()))),
                    "muted");
            sentence.setId("ended-" + i);
            list.getChildren().add(sentence);
        }
    }
}
