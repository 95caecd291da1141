// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.activity;

import aegle.record.MemberId;
import aegle.record.access.AccessEvent;
import aegle.record.access.AccessKind;
import aegle.record.access.DenialCount;
import aegle.record.member.Member;
import aegle.wallet.news.WalletNews;
import aegle.wallet.session.SeenActivity;
import aegle.wallet.session.SeenEvent;
import aegle.wallet.text.WalletTexts;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** The history, filtered by person and kind; long ones in portions. */
public final class ActivityViewModel {
    /** What kind of event is wanted. */
    public enum Kind {
        EVERYTHING,
        LOOKS,
        ADDED,
        REFUSED
    }

    private static final int PORTION = 200;

    private final WalletNews news;
    private final WalletTexts texts;
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.EVERYTHING);
    private final ObjectProperty<Optional<MemberId>> person = new SimpleObjectProperty<>(Optional.empty());
    private final IntegerProperty portion = new SimpleIntegerProperty(PORTION);

    /** Show what the news say. */
    public ActivityViewModel(WalletNews news, WalletTexts texts) {
        this.news = news;
        this.texts = texts;
        kind.subscribe(_ -> portion.set(PORTION));
        person.subscribe(_ -> portion.set(PORTION));
    }

    /** Which kind is wanted; writable. */
    public ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    /** Whose events are wanted; writable, empty for everybody's. */
    public ObjectProperty<Optional<MemberId>> personProperty() {
        return person;
    }

    /** Everybody who occurs, by name. */
    public ObservableValue<List<Member>> people() {
        return news.activity()
                .valueProperty()
                .map(all -> all.map(ActivityViewModel::peopleOf).orElse(List.of()));
    }

    /** The events that are wanted, newest first, as many as are shown. */
    public ObservableValue<List<SeenEvent>> events() {
        return Bindings.createObjectBinding(
                () -> wanted().limit(portion.get()).toList(), news.activity().valueProperty(), kind, person, portion);
    }

    /** How many events are wanted in all. */
    public ObservableValue<String> count() {
        return Bindings.createStringBinding(
                () -> news.activity().valueProperty().get().isEmpty()
                        ? ""
                        : texts.text("activity.count", wanted().count()),
                news.activity().valueProperty(),
                kind,
                person);
    }

    /** Whether there are more than are shown. */
    public ObservableValue<Boolean> more() {
        return Bindings.createObjectBinding(
                () -> wanted().count() > portion.get(), news.activity().valueProperty(), kind, person, portion);
    }

    /** Show the next portion. */
    public void showMore() {
        portion.set(portion.get() + PORTION);
    }

    /** Refusals beyond those that are written out, one line for each person and hour. */
    public ObservableValue<String> refusals() {
        return news.activity()
                .valueProperty()
                .map(all -> all.map(SeenActivity::refusals).orElse(List.of()).stream()
                        .filter(counted -> counted.count().count() > DenialCount.WRITTEN_OUT)
                        .map(this::sentence)
                        .collect(Collectors.joining("\n")));
    }

    /** The news behind this screen. */
    public WalletNews news() {
        return news;
    }

    private String sentence(SeenActivity.CountedRefusals counted) {
        Instant hour = counted.count().hour();
        return texts.text(
                "activity.refusals",
                texts.name(counted.clinician()),
                counted.count().count(),
                texts.dates().when(hour),
                texts.dates().time(hour.plus(Duration.ofHours(1))),
                DenialCount.WRITTEN_OUT);
    }

    private Stream<SeenEvent> wanted() {
        return news.activity().valueProperty().get().map(SeenActivity::events).orElse(List.of()).stream()
                .filter(seen -> person.get().isEmpty()
                        || person.get().get().equals(seen.event().member()))
                .filter(seen -> isWanted(seen.event()));
    }

    private boolean isWanted(AccessEvent event) {
        return switch (kind.get()) {
            case EVERYTHING -> true;
            case LOOKS -> event.isPermitted() && event.kind() != AccessKind.UPLOAD;
            case ADDED -> event.isPermitted() && event.kind() == AccessKind.UPLOAD;
            case REFUSED -> !event.isPermitted();
        };
    }

    private static List<Member> peopleOf(SeenActivity activity) {
        Map<MemberId, Member> people = new LinkedHashMap<>();
        activity.events().forEach(seen -> people.put(seen.event().member(), seen.clinician()));
        return people.values().stream()
                .sorted(Comparator.comparing(member -> member.professional().name()))
                .toList();
    }
}
