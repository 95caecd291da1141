// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.allow;

import aegle.record.DocumentId;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.PermissionScope;
import aegle.record.permission.Right;
import aegle.record.permission.ValidityPeriod;
import aegle.sharing.request.RequestedAccess;
import aegle.wallet.session.HeldDocument;
import aegle.wallet.text.WalletTexts;
import aegle.wallet.ui.date.DateEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;

/** What somebody shall be allowed, while it is being chosen: categories or single documents, reading or adding, from and until. */
public final class PermissionDraft {
    /** What she may do. */
    public enum Doing {
        READ,
        READ_AND_ADD,
        ADD;

        Set<Right> rights() {
            return switch (this) {
                case READ -> Set.of(Right.READ);
                case READ_AND_ADD -> Set.of(Right.READ, Right.WRITE);
                case ADD -> Set.of(Right.WRITE);
            };
        }

        static Doing of(Set<Right> rights) {
            return !rights.contains(Right.WRITE) ? READ : rights.contains(Right.READ) ? READ_AND_ADD : ADD;
        }
    }

    /** Until when. */
    public enum Until {
        VISIT,
        THIRTY_DAYS,
        TREATMENT,
        DATE
    }

    private static final int DAYS = 30;
    private static final int MONTHS_OF_TREATMENT = 6;

    private final WalletTexts texts;
    private final Map<DocumentCategory, BooleanProperty> categories = new EnumMap<>(DocumentCategory.class);
    private final BooleanProperty justThese = new SimpleBooleanProperty();
    private final ObservableSet<DocumentId> picked = FXCollections.observableSet(new LinkedHashSet<>());
    private final ObjectProperty<Doing> doing = new SimpleObjectProperty<>(Doing.READ);
    private final ObjectProperty<Until> until = new SimpleObjectProperty<>(Until.THIRTY_DAYS);
    private final DateEntry from;
    private final DateEntry to;
    private Optional<Instant> keptFrom = Optional.empty();

    /** Start with nothing chosen and an end in 30 days. */
    public PermissionDraft(WalletTexts texts) {
        this.texts = texts;
        this.from = new DateEntry(texts);
        this.to = new DateEntry(texts);
        for (DocumentCategory category : DocumentCategory.values()) {
            categories.put(category, new SimpleBooleanProperty());
        }
        from.set(today());
        to.set(today().plusDays(DAYS));
    }

    /** Fill in what a scope says. */
    public void fill(PermissionScope scope) {
        fill(scope.categories(), scope.rights());
        justThese.set(!scope.documents().isEmpty());
        picked.clear();
        picked.addAll(scope.documents());
        keptFrom = Optional.of(scope.validity().from());
        from.set(dayOf(scope.validity().from()));
        until.set(Until.DATE);
        to.set(dayOf(scope.validity().to().minusMillis(1)));
    }

    /** Fill in what was asked for. */
    public void fill(RequestedAccess access) {
        fill(access.categories(), access.rights());
        until.set(Until.DATE);
        to.set(today().plusDays(access.days() - 1L));
    }

    /** "Second opinion": everything, reading only, 30 days. */
    public void fillSecondOpinion() {
        fill(EnumSet.allOf(DocumentCategory.class), Set.of(Right.READ));
        justThese.set(false);
        until.set(Until.THIRTY_DAYS);
    }

    /** Another draft with the same choices, in which nobody is interested yet. */
    PermissionDraft copy() {
        var copy = new PermissionDraft(texts);
        categories.forEach(
                (category, included) -> copy.includedProperty(category).set(included.get()));
        copy.justThese.set(justThese.get());
        copy.picked.addAll(picked);
        copy.doing.set(doing.get());
        copy.until.set(until.get());
        copy.from.typedProperty().set(from.typedProperty().get());
        copy.to.typedProperty().set(to.typedProperty().get());
        copy.keptFrom = keptFrom;
        return copy;
    }

    /** Call back whenever another choice is made. */
    void onChange(Runnable changed) {
        categories.values().forEach(included -> included.subscribe((before, now) -> changed.run()));
        justThese.subscribe((before, now) -> changed.run());
        doing.subscribe((before, now) -> changed.run());
        until.subscribe((before, now) -> changed.run());
        picked.addListener((SetChangeListener<DocumentId>) change -> changed.run());
        from.typedProperty().subscribe((before, now) -> changed.run());
        to.typedProperty().subscribe((before, now) -> changed.run());
    }

    public BooleanProperty includedProperty(DocumentCategory category) {
        return Objects.requireNonNull(categories.get(category));
    }

    /** Whether only the picked documents are meant. */
    public BooleanProperty justTheseProperty() {
        return justThese;
    }

    /** The single documents. */
    public ObservableSet<DocumentId> picked() {
        return picked;
    }

    public ObjectProperty<Doing> doingProperty() {
        return doing;
    }

    public ObjectProperty<Until> untilProperty() {
        return until;
    }

    public DateEntry from() {
        return from;
    }

    public DateEntry to() {
        return to;
    }

    /** What is missing in the choice of documents, in one sentence; empty when it is complete. */
    public String whatProblem() {
        if (justThese.get()) {
            return picked.isEmpty()
                    ? texts.text("allow.what.no-document")
                    : picked.size() > PermissionScope.MAX_DOCUMENTS
                            ? texts.text("allow.what.too-many", PermissionScope.MAX_DOCUMENTS)
                            : "";
        }
        return chosenCategories().isEmpty() ? texts.text("allow.what.no-category") : "";
    }

    /** What is wrong with the time, in one sentence; empty when it is right. */
    public String untilProblem() {
        Optional<LocalDate> last = lastDay();
        if (from.dateProperty().get().isEmpty() || last.isEmpty()) {
            return texts.text("allow.until.no-date");
        }
        if (last.get().isBefore(today())) {
            return texts.text("allow.until.past");
        }
        return last.get().isBefore(from.dateProperty().get().get()) ? texts.text("allow.until.reversed") : "";
    }

    /**
     * The scope that was chosen.
     *
     * @param held all documents, for the categories of the picked ones
     */
    public PermissionScope scope(List<HeldDocument> held) {
        LocalDate first = from.dateProperty().get().orElseThrow();
        Instant begin = keptFrom.filter(kept -> dayOf(kept).equals(first))
                .orElseGet(() -> first.atStartOfDay(texts.clock().getZone()).toInstant());
        var validity = new ValidityPeriod(begin, texts.dates().endOf(lastDay().orElseThrow()));
        if (!justThese.get()) {
            return new PermissionScope(doing.get().rights(), chosenCategories(), List.of(), validity, Optional.empty());
        }
        Set<DocumentCategory> reached = held.stream()
                .map(HeldDocument::entry)
                .filter(entry -> picked.contains(entry.id()))
                .map(DocumentEntry::category)
                .collect(Collectors.toSet());
        return new PermissionScope(Set.of(Right.READ), reached, List.copyOf(picked), validity, Optional.empty());
    }

    private void fill(Set<DocumentCategory> chosen, Set<Right> rights) {
        categories.forEach((category, included) -> included.set(chosen.contains(category)));
        doing.set(Doing.of(rights));
    }

    private Set<DocumentCategory> chosenCategories() {
        var chosen = EnumSet.noneOf(DocumentCategory.class);
        categories.forEach((category, included) -> {
            if (included.get()) {
                chosen.add(category);
            }
        });
        return chosen;
    }

    private Optional<LocalDate> lastDay() {
        LocalDate begin = from.dateProperty().get().orElseGet(this::today);
        return switch (until.get()) {
            case VISIT -> Optional.of(begin);
            case THIRTY_DAYS -> Optional.of(begin.plusDays(DAYS));
            case TREATMENT -> Optional.of(begin.plusMonths(MONTHS_OF_TREATMENT));
            case DATE -> to.dateProperty().get();
        };
    }

    private LocalDate dayOf(Instant instant) {
        return instant.atZone(texts.clock().getZone()).toLocalDate();
    }

    private LocalDate today() {
        return LocalDate.now(texts.clock());
    }
}
