// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui.patient;

import aegle.clinician.desk.PatientDesk;
import aegle.clinician.desk.PatientOverview;
import aegle.clinician.ui.Failures;
import aegle.clinician.ui.Wording;
import aegle.desktop.kit.BackgroundTasks;
import aegle.sharing.SharingException;
import aegle.sharing.retrieval.GrantedRecord;
import java.text.Collator;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Everybody who allows this clinician, by name; asked anew on every hint and now and then. */
public final class PatientsViewModel {
    private final Supplier<PatientDesk> desk;
    private final BackgroundTasks background;
    private final Wording wording;
    private final ReadOnlyObjectWrapper<Optional<PatientOverview>> overview =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final StringProperty query = new SimpleStringProperty("");
    private final ObjectBinding<List<GrantedRecord>> shown;
    private final ReadOnlyObjectWrapper<Optional<Instant>> lastAnswer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Clock clock;
    private boolean asking;
    private boolean askAgain;

    public PatientsViewModel(Supplier<PatientDesk> desk, BackgroundTasks background, Wording wording, Clock clock) {
        this.desk = desk;
        this.clock = clock;
        this.background = background;
        this.wording = wording;
        this.shown = Bindings.createObjectBinding(this::found, overview, query);
    }

    /** Ask the ledger anew; while it is being asked, once more afterwards. */
    public void refresh() {
        if (asking) {
            askAgain = true;
            return;
        }
        asking = true;
        background
                .run("list the patients", () -> desk.get().patients())
                .onSuccess(this::answered)
                .onFailure(this::failed)
                .andFinally(this::askedOnce)
                .start();
    }

    /** Empty until the ledger has answered for the first time. */
    public ReadOnlyObjectProperty<Optional<PatientOverview>> overviewProperty() {
        return overview.getReadOnlyProperty();
    }

    /** Why the list may be old; empty when it is not. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** When the ledger has answered last; changes with every answer. */
    public ReadOnlyObjectProperty<Optional<Instant>> lastAnswerProperty() {
        return lastAnswer.getReadOnlyProperty();
    }

    public StringProperty queryProperty() {
        return query;
    }

    /** The patients that fit the search, by name. */
    public ObjectBinding<List<GrantedRecord>> shownBinding() {
        return shown;
    }

    private void askedOnce() {
        asking = false;
        if (askAgain) {
            askAgain = false;
            refresh();
        }
    }

    private void answered(PatientOverview answer) {
        problem.set(answer.rememberedAsOf()
                .map(time -> wording.text("patients.remembered", wording.dates().when(time)))
                .orElse(""));
        if (answer.rememberedAsOf().isEmpty()) {
            lastAnswer.set(Optional.of(clock.instant()));
        }
        if (!overview.get().equals(Optional.of(answer))) {
            overview.set(Optional.of(answer));
        }
    }

    private void failed(SharingException failure) {
        problem.set(new Failures(wording.messages()).explain(failure).whole());
    }

    private List<GrantedRecord> found() {
        String wanted = query.get().strip().toLowerCase(Locale.ROOT);
        Collator order = Collator.getInstance(wording.messages().locale());
        return overview.get().stream()
                .flatMap(known -> known.records().stream())
                .filter(record -> wording.searchable(record.patient()).contains(wanted))
                .sorted(Comparator.comparing(
                        (GrantedRecord record) -> record.patient().name(), order))
                .toList();
    }
}
