// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

import aegle.desktop.kit.BackgroundTasks;
import aegle.desktop.kit.Messages;
import aegle.desktop.kit.ProgressReport;
import aegle.desktop.kit.RunningWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;

/** Finds a text in all pages as one types, from the page in sight on, and walks through what was found. */
final class PdfSearchViewModel {
    private static final Duration PAUSE_IN_TYPING = Duration.ofMillis(250);
    private static final int MAX_HITS = 5000;

    private final BackgroundTasks background;
    private final Messages messages;
    private final IntSupplier pageInSight;
    private final Consumer<SearchHit> shown;
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<SearchHit>> hits = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<SearchHit>> current = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper result = new ReadOnlyStringWrapper("");
    private Optional<PdfPages> document = Optional.empty();
    private Subscription waiting = Subscription.EMPTY;
    private Optional<RunningWork> running = Optional.empty();

    PdfSearchViewModel(
            BackgroundTasks background, Messages messages, IntSupplier pageInSight, Consumer<SearchHit> shown) {
        this.background = background;
        this.messages = messages;
        this.pageInSight = pageInSight;
        this.shown = shown;
        query.subscribe(this::typed);
    }

    void begin(PdfPages pages) {
        document = Optional.of(pages);
        typed();
    }

    void end() {
        document = Optional.empty();
        query.set("");
        forget();
    }

    StringProperty queryProperty() {
        return query;
    }

    ReadOnlyObjectProperty<List<SearchHit>> hitsProperty() {
        return hits.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<SearchHit>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** "3 of 17", or that nothing was found. */
    ReadOnlyStringProperty resultProperty() {
        return result.getReadOnlyProperty();
    }

    void next() {
        step(1);
    }

    void previous() {
        step(-1);
    }

    private void typed() {
        forget();
        String wanted = query.get().strip();
        if (!wanted.isEmpty() && document.isPresent()) {
            waiting = background.after("search a document", PAUSE_IN_TYPING, () -> search(wanted));
        }
    }

    private void forget() {
        waiting.unsubscribe();
        running.ifPresent(RunningWork::cancel);
        running = Optional.empty();
        hits.set(List.of());
        current.set(Optional.empty());
        result.set("");
    }

    private void search(String wanted) {
        document.ifPresent(pages -> {
            result.set(messages.text("viewer.search.running"));
            running = Optional.of(background
                    .run("search a document", report -> find(pages, wanted, report))
                    .onSuccess(this::found)
                    .start());
        });
    }

    private void found(List<SearchHit> found) {
        hits.set(found);
        if (found.isEmpty()) {
            result.set(messages.text("viewer.search.none"));
            return;
        }
        int here = pageInSight.getAsInt();
        show(found.stream().filter(hit -> hit.page() >= here).findFirst().orElse(found.getFirst()));
    }

    private void step(int by) {
        List<SearchHit> found = hits.get();
        current.get().ifPresent(hit -> show(found.get(Math.floorMod(found.indexOf(hit) + by, found.size()))));
    }

    private void show(SearchHit hit) {
        current.set(Optional.of(hit));
        result.set(messages.text(
                "viewer.search.result", hits.get().indexOf(hit) + 1, hits.get().size()));
        shown.accept(hit);
    }

    /** A page whose text cannot be read has no hits; that it is damaged is said where it would be drawn. */
    private static List<SearchHit> find(PdfPages pages, String wanted, ProgressReport report)
            throws InterruptedException {
        var found = new ArrayList<SearchHit>();
        for (int page = 0; page < pages.count() && found.size() < MAX_HITS; page++) {
            report.checkCancelled();
            for (List<Box> boxes : boxes(pages, page, wanted, MAX_HITS - found.size())) {
                if (!boxes.isEmpty()) {
                    found.add(new SearchHit(page, boxes));
                }
            }
        }
        return List.copyOf(found);
    }

    private static List<List<Box>> boxes(PdfPages pages, int page, String wanted, int most) {
        try {
            return pages.text(page).find(wanted, most);
        } catch (UnreadablePdfException e) {
            return List.of();
        }
    }
}
