// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.record;

import aegle.record.metadata.DocumentCategory;
import aegle.wallet.news.WalletNews;
import aegle.wallet.session.HeldDocument;
import aegle.wallet.text.WalletTexts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** The documents by month, filtered by category, by what waits to be confirmed, and by words. */
public final class RecordViewModel {
    /** What is wanted. */
    public enum Filter {
        EVERYTHING(Optional.empty()),
        TO_CONFIRM(Optional.empty()),
        HISTORY_AND_PHYSICAL(Optional.of(DocumentCategory.HISTORY_AND_PHYSICAL)),
        LABORATORY_RESULTS(Optional.of(DocumentCategory.LABORATORY_RESULTS)),
        RADIATION_DOSE(Optional.of(DocumentCategory.RADIATION_DOSE));

        private final Optional<DocumentCategory> category;

        Filter(Optional<DocumentCategory> category) {
            this.category = category;
        }
    }

    /** The documents of one month. */
    public record Month(YearMonth month, List<HeldDocument> documents) {}

    private static final int PORTION = 100;

    private final WalletNews news;
    private final WalletTexts texts;
    private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.EVERYTHING);
    private final StringProperty words = new SimpleStringProperty("");
    private final IntegerProperty portion = new SimpleIntegerProperty(PORTION);
    private final ReadOnlyIntegerWrapper unconfirmed = new ReadOnlyIntegerWrapper();

    /** Show what the news say. */
    public RecordViewModel(WalletNews news, WalletTexts texts) {
        this.news = news;
        this.texts = texts;
        filter.subscribe(_ -> portion.set(PORTION));
        news.documents()
                .valueProperty()
                .subscribe(all -> unconfirmed.set((int) all.orElse(List.of()).stream()
                        .filter(document -> !document.isConfirmed())
                        .count()));
    }

    /** What is wanted; writable. */
    public ObjectProperty<Filter> filterProperty() {
        return filter;
    }

    /** Words that a row must contain; writable. */
    public StringProperty wordsProperty() {
        return words;
    }

    /** How many documents wait to be confirmed. */
    public ReadOnlyIntegerProperty unconfirmedProperty() {
        return unconfirmed.getReadOnlyProperty();
    }

    /** What is wanted, by month, newest first, as many as are shown. */
    public ObservableValue<List<Month>> months() {
        return Bindings.createObjectBinding(this::grouped, news.documents().valueProperty(), filter, words, portion);
    }

    /** Whether there are more than are shown. */
    public ObservableValue<Boolean> more() {
        return Bindings.createObjectBinding(
                () -> wanted().count() > portion.get(), news.documents().valueProperty(), filter, words, portion);
    }

    /** Show the next portion. */
    public void showMore() {
        portion.set(portion.get() + PORTION);
    }

    /** Whether the record has any document at all. */
    public boolean isEmpty() {
        return news.documents().valueProperty().get().orElse(List.of()).isEmpty();
    }

    /** The news behind this screen. */
    public WalletNews news() {
        return news;
    }

    private List<Month> grouped() {
        Map<YearMonth, List<HeldDocument>> months = new TreeMap<>(Comparator.reverseOrder());
        wanted().sorted(Comparator.comparing(this::date, Comparator.reverseOrder()))
                .limit(portion.get())
                .forEach(document -> months.computeIfAbsent(YearMonth.from(date(document)), _ -> new ArrayList<>())
                        .add(document));
        return months.entrySet().stream()
                .map(each -> new Month(each.getKey(), List.copyOf(each.getValue())))
                .toList();
    }

    private Stream<HeldDocument> wanted() {
        return news.documents().valueProperty().get().orElse(List.of()).stream()
                .filter(this::isWanted)
                .filter(document -> words.get().isBlank() || saysAll(document));
    }

    private boolean isWanted(HeldDocument document) {
        return switch (filter.get()) {
            case EVERYTHING -> true;
            case TO_CONFIRM -> !document.isConfirmed();
            case HISTORY_AND_PHYSICAL, LABORATORY_RESULTS, RADIATION_DOSE ->
                filter.get().category.equals(Optional.of(document.entry().category()));
        };
    }

    private boolean saysAll(HeldDocument document) {
        String said = (texts.typeAndDate(document) + " " + texts.name(document.uploader()) + " "
                        + texts.hospital(document.uploader()) + " "
                        + texts.category(document.entry().category()))
                .toLowerCase(texts.messages().locale());
        return Stream.of(words.get()
                        .strip()
                        .toLowerCase(texts.messages().locale())
                        .split("\\s+", -1))
                .allMatch(said::contains);
    }

    private LocalDate date(HeldDocument document) {
        return document.date(texts.clock().getZone());
    }
}
