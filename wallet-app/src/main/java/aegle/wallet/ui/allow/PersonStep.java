// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.allow;

import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.ActionRow;
import aegle.desktop.kit.LabeledField;
import aegle.desktop.kit.Paragraph;
import aegle.desktop.kit.SearchField;
import aegle.record.member.Member;
import aegle.wallet.text.WalletTexts;
import aegle.wallet.ui.list.CardList;
import aegle.wallet.ui.list.IconLine;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Finding the person by name or number. */
final class PersonStep {
    private final AllowViewModel model;
    private final WalletTexts texts;
    private final CardList found = new CardList();

    PersonStep(AllowViewModel model, WalletTexts texts) {
        this.model = model;
        this.texts = texts;
    }

    StepNodes nodes() {
        ClinicianSearch search = model.search();
        SearchField field = new SearchField("find-clinician", texts.text("allow.search"), texts.messages());
        field.setText(search.queryProperty().get());
        field.queryProperty().subscribe(query -> search.queryProperty().set(query));
        found.setId("found-clinicians");
        search.foundProperty()
                .subscribe(members -> found.show(members.stream().map(this::row).toList()));
        return new StepNodes(
                List.of(
                        new Paragraph(texts.text("allow.person.title"), "title-3"),
                        new LabeledField(texts.text("allow.search"), field).explained(texts.text("allow.search.why")),
                        Paragraph.bound("find-state", search.stateProperty(), "muted"),
                        found),
                Optional.empty(),
                Optional.of(field));
    }

    private Node row(Member member) {
        VBox person = new VBox(
                new Paragraph(texts.name(member), "title-4"),
                new Paragraph(texts.work(member), "muted"),
                IconLine.verification(member, texts),
                new Paragraph(texts.text("allow.npi", member.professional().npi()), "muted"));
        person.getStyleClass().add("person");
        ActionButton choose = ActionButton.secondary(
                "clinician-" + member.professional().npi(), texts.text("allow.choose"), () -> model.choose(member));
        choose.setAccessibleText(texts.text("allow.choose.of", texts.name(member), texts.hospital(member)));
        VBox card = new VBox(person, new ActionRow(choose));
        card.getStyleClass().add("card");
        return card;
    }
}
