// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.activity;

import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.ActionRow;
import aegle.desktop.kit.Chip;
import aegle.desktop.kit.EmptyState;
import aegle.desktop.kit.FxView;
import aegle.desktop.kit.LabeledField;
import aegle.desktop.kit.Page;
import aegle.desktop.kit.Paragraph;
import aegle.record.MemberId;
import aegle.record.member.Member;
import aegle.wallet.session.SeenEvent;
import aegle.wallet.text.EventSentence;
import aegle.wallet.text.WalletTexts;
import aegle.wallet.ui.list.FeedFrame;
import aegle.wallet.ui.list.WrapRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;

/** Every look, upload and refusal, with filters. */
public final class ActivityView extends FxView {
    private final ActivityViewModel model;
    private final WalletTexts texts;
    private final FeedFrame<SeenEvent> frame;
    private final ComboBox<PersonChoice> people = new ComboBox<>();
    private final ActionButton more;
    private final Page root;

    /** Show the history. */
    public ActivityView(ActivityViewModel model, WalletTexts texts) {
        this.model = model;
        this.texts = texts;
        EventSentence sentences = new EventSentence(texts, model.news().documents());
        frame = new FeedFrame<>(
                "events", model.news().activity(), texts, this::none, seen -> new EventRow(seen, sentences, texts));
        more = ActionButton.secondary("activity-more", texts.text("activity.more"), model::showMore);
        more.visibleProperty().bind(model.more());
        more.managedProperty().bind(more.visibleProperty());
        root = new Page(texts.text("activity.title"))
                .intro(texts.text("activity.intro"))
                .add(
                        filters(),
                        Paragraph.bound("activity-refusals", model.refusals(), "warning-line"),
                        Paragraph.bound("activity-count", model.count(), "muted"),
                        frame,
                        new ActionRow(more));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    protected void attached() {
        whileAttached(frame.follow(model.events(), model.news().documents().valueProperty()));
        whileAttached(model.people().subscribe(this::offer));
    }

    private Node filters() {
        ToggleGroup group = new ToggleGroup();
        FlowPane kinds = new FlowPane();
        kinds.getStyleClass().add("chips");
        for (ActivityViewModel.Kind kind : ActivityViewModel.Kind.values()) {
            kinds.getChildren()
                    .add(new Chip<>(
                            "kind-" + kind.name().toLowerCase(Locale.ROOT),
                            texts.text("activity.filter." + kind.name()),
                            kind,
                            model.kindProperty(),
                            group));
        }
        people.setId("activity-person");
        people.valueProperty().subscribe((before, now) -> {
            if (now != null) {
                model.personProperty().set(now.id());
            }
        });
        offer(List.of());
        return new WrapRow(List.of(kinds, new LabeledField(texts.text("activity.person"), people)), "filters");
    }

    private void offer(List<Member> occurring) {
        var everybody = new PersonChoice(Optional.empty(), texts.text("activity.everybody"));
        List<PersonChoice> choices = new ArrayList<>(List.of(everybody));
        occurring.forEach(member -> choices.add(new PersonChoice(Optional.of(member.id()), texts.name(member))));
        if (!choices.equals(people.getItems())) {
            Optional<MemberId> wanted = model.personProperty().get();
            people.getItems().setAll(choices);
            people.setValue(choices.stream()
                    .filter(choice -> choice.id().equals(wanted))
                    .findFirst()
                    .orElse(everybody));
        }
    }

    private Node none() {
        boolean filtered = model.kindProperty().get() != ActivityViewModel.Kind.EVERYTHING
                || model.personProperty().get().isPresent();
        return filtered
                ? new Paragraph(texts.text("activity.none-such"), "muted")
                : new EmptyState(Feather.ACTIVITY, texts.text("activity.none"), texts.text("activity.none.todo"));
    }
}
