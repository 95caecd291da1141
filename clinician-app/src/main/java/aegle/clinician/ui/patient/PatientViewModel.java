// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui.patient;

import aegle.clinician.desk.PatientDesk;
import aegle.clinician.desk.PatientDocument;
import aegle.clinician.ui.Failures;
import aegle.clinician.ui.Wording;
import aegle.desktop.kit.BackgroundTasks;
import aegle.record.DocumentId;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Right;
import aegle.sharing.SharingException;
import aegle.sharing.retrieval.GrantedRecord;
import java.text.Collator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** One patient's documents as this clinician may see them, and what else may be done for her. */
public final class PatientViewModel {
    /** How the documents are ordered. */
    public enum Order {
        DATE,
        CATEGORY,
        UPLOADER
    }

    private static final int PORTION = 100;

    private final Supplier<PatientDesk> desk;
    private final BackgroundTasks background;
    private final Wording wording;
    private final ReadOnlyObjectWrapper<GrantedRecord> record;
    private final ReadOnlyObjectWrapper<Optional<List<PatientDocument>>> documents =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private final IntegerProperty portion = new SimpleIntegerProperty(PORTION);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper ended = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Optional<DocumentCategory>> category = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.DATE);
    private final ObjectBinding<List<PatientDocument>> shown;
    private Optional<Instant> lastVisit = Optional.empty();
    private boolean visitKnown;
    private boolean asking;

    public PatientViewModel(
            GrantedRecord first, Supplier<PatientDesk> desk, BackgroundTasks background, Wording wording) {
        this.record = new ReadOnlyObjectWrapper<>(first);
        this.desk = desk;
        this.background = background;
        this.wording = wording;
        this.shown = Bindings.createObjectBinding(this::filtered, documents, category, order, portion);
        category.subscribe(_ -> portion.set(PORTION));
    }

    /** Ask for the documents anew. */
    public void refresh() {
        if (asking || !ended.get().isEmpty()) {
            return;
        }
        asking = true;
        GrantedRecord current = record.get();
        boolean ask = !visitKnown;
        boolean first = documents.get().isEmpty();
        background
                .run("list documents", () -> {
                    Optional<Instant> before = ask ? desk.get().lastVisit(current.id()) : Optional.empty();
                    var growing = new GrowingList();
                    desk.get().documents(current, portion -> {
                        if (growing.add(portion) && first) {
                            var soFar = new Listing(growing.all(), before);
                            background.onWindowThread(() -> begun(soFar));
                        }
                        return true;
                    });
                    desk.get().visited(current.id());
                    return new Listing(growing.all(), before);
                })
                .onSuccess(this::answered)
                .onFailure(this::failed)
                .andFinally(this::listed)
                .start();
    }

    /** Take over what is known of the record now; nothing any more hides its documents. */
    public void become(Optional<GrantedRecord> now) {
        if (now.isEmpty()) {
            ended.set(wording.text("patient.ended", record.get().patient().name()));
            problem.set("");
            documents.set(Optional.of(List.of()));
        } else if (!now.get().equals(record.get()) || !ended.get().isEmpty()) {
            ended.set("");
            record.set(now.get());
            refresh();
        }
    }

    /** Tells whether the document was added since this patient was last looked at here. */
    public boolean isNew(DocumentEntry entry) {
        return lastVisit.filter(visit -> entry.recordedAt().isAfter(visit)).isPresent();
    }

    /** Tells whether the document may be opened, as far as the permissions say. */
    public boolean isReadable(DocumentEntry entry) {
        return record.get().readingPermission(entry).isPresent();
    }

    /** A document that is known and may be opened. */
    public Optional<PatientDocument> readable(DocumentId wanted) {
        return documents.get().orElse(List.of()).stream()
                .filter(known -> known.entry().id().equals(wanted) && isReadable(known.entry()))
                .findFirst();
    }

    /** Why nothing may be added now; empty when something may. */
    public String uploadObstacle() {
        boolean mayAdd = record.get().permissions().stream()
                .anyMatch(permission -> permission.scope().rights().contains(Right.WRITE));
        if (!ended.get().isEmpty()) {
            return ended.get();
        }
        if (!mayAdd) {
            return wording.text(
                    "patient.upload.notallowed", record.get().patient().name());
        }
        return record.get().isIdentityConfirmed() ? "" : wording.text("patient.upload.unconfirmed");
    }

    public ReadOnlyObjectProperty<GrantedRecord> recordProperty() {
        return record.getReadOnlyProperty();
    }

    /** Empty until they have been listed for the first time. */
    public ReadOnlyObjectProperty<Optional<List<PatientDocument>>> documentsProperty() {
        return documents.getReadOnlyProperty();
    }

    /** Whether there are only the newest yet, and older ones are on their way. */
    public ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** Why the list may be old; empty when it is not. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** That nothing is allowed any more; empty while something is. */
    public ReadOnlyStringProperty endedProperty() {
        return ended.getReadOnlyProperty();
    }

    /** The only category to show; all when empty. */
    public ObjectProperty<Optional<DocumentCategory>> categoryProperty() {
        return category;
    }

    public ObjectProperty<Order> orderProperty() {
        return order;
    }

    /** What is wanted, in the order that is wanted, as many as are shown. */
    public ObjectBinding<List<PatientDocument>> shownBinding() {
        return shown;
    }

    /** Whether there are more than are shown. */
    public boolean hasMore() {
        return wanted().count() > portion.get();
    }

    /** Show the next portion. */
    public void showMore() {
        portion.set(portion.get() + PORTION);
    }

    /** How many documents of a category there are. */
    public int count(DocumentCategory wanted) {
        return (int) documents.get().orElse(List.of()).stream()
                .filter(document -> document.entry().category() == wanted)
                .count();
    }

    /** What the desk says, and when this patient was looked at before, if that was asked for. */
    private record Listing(List<PatientDocument> documents, Optional<Instant> visitBefore) {}

    /** Show what has come; more is on its way. */
    private void begun(Listing soFar) {
        if (asking) {
            answered(soFar);
            reading.set(ended.get().isEmpty());
        }
    }

    private void listed() {
        asking = false;
        reading.set(false);
    }

    private void answered(Listing listing) {
        problem.set("");
        if (!visitKnown) {
            lastVisit = listing.visitBefore();
            visitKnown = true;
        }
        if (ended.get().isEmpty()) {
            documents.set(Optional.of(listing.documents()));
        }
    }

    private void failed(SharingException failure) {
        if (!ended.get().isEmpty()) {
            return;
        }
        problem.set(new Failures(wording.messages()).explain(failure).whole());
    }

    private List<PatientDocument> filtered() {
        return wanted().sorted(comparator()).limit(portion.get()).toList();
    }

    private Stream<PatientDocument> wanted() {
        return documents.get().orElse(List.of()).stream()
                .filter(document -> category.get()
                        .map(wanted -> document.entry().category() == wanted)
                        .orElse(true));
    }

    private Comparator<PatientDocument> comparator() {
        Comparator<PatientDocument> newestFirst = Comparator.comparing(PatientDocument::date)
                .thenComparing(document -> document.entry().recordedAt())
                .reversed();
        Collator names = Collator.getInstance(wording.messages().locale());
        return switch (order.get()) {
            case DATE -> newestFirst;
            case CATEGORY ->
                Comparator.comparing(
                                (PatientDocument document) -> document.entry().category())
                        .thenComparing(newestFirst);
            case UPLOADER ->
                Comparator.comparing(PatientViewModel::uploader, names).thenComparing(newestFirst);
        };
    }

    private static String uploader(PatientDocument document) {
        return document.uploader().map(member -> member.professional().name()).orElse("");
    }

    /** A list that is shown again only when it has doubled, so that a long one costs the window little. */
    private static final class GrowingList {
        private final List<PatientDocument> all = new ArrayList<>();
        private int shown;

        /** Add documents, and tell whether it is time to show them. */
        boolean add(List<PatientDocument> portion) {
            all.addAll(portion);
            boolean doubled = all.size() >= 2 * shown;
            shown = doubled ? all.size() : shown;
            return doubled;
        }

        List<PatientDocument> all() {
            return List.copyOf(all);
        }
    }
}
