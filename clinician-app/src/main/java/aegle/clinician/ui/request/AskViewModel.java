// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui.request;

import aegle.clinician.desk.AccessWish;
import aegle.clinician.desk.PatientDesk;
import aegle.clinician.ui.Failures;
import aegle.clinician.ui.Wording;
import aegle.desktop.kit.BackgroundTasks;
import aegle.record.access.AccessRequest;
import aegle.record.metadata.DocumentCategory;
import aegle.record.permission.Right;
import aegle.sharing.SharingException;
import aegle.sharing.request.HandOverCode;
import aegle.sharing.request.RequestedAccess;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Asking a patient for access by the code that she handed over, and what became of earlier requests. */
public final class AskViewModel {
    private static final int LONGEST = 3660;

    private final Supplier<PatientDesk> desk;
    private final BackgroundTasks background;
    private final Wording wording;
    private final StringProperty code = new SimpleStringProperty("");
    private final StringProperty days = new SimpleStringProperty("90");
    private final StringProperty reason = new SimpleStringProperty("");
    private final BooleanProperty reading = new SimpleBooleanProperty(true);
    private final BooleanProperty adding = new SimpleBooleanProperty(true);
    private final Map<DocumentCategory, BooleanProperty> categories = new EnumMap<>(DocumentCategory.class);
    private final ReadOnlyStringWrapper codeProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper daysProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper choiceProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper reasonProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper sent = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private boolean sending;
    private final ReadOnlyObjectWrapper<List<AccessRequest>> requests = new ReadOnlyObjectWrapper<>(List.of());

    public AskViewModel(Supplier<PatientDesk> desk, BackgroundTasks background, Wording wording) {
        this.desk = desk;
        this.background = background;
        this.wording = wording;
        for (DocumentCategory category : DocumentCategory.values()) {
            categories.put(category, new SimpleBooleanProperty(true));
        }
        code.subscribe(() -> {
            codeProblem.set("");
            sent.set("");
        });
        days.subscribe(() -> daysProblem.set(""));
        reason.subscribe(() -> reasonProblem.set(""));
    }

    /** Send the request, or say what is missing. */
    public void ask() {
        if (busy.get()) {
            return;
        }
        check();
        String typed = code.get();
        Optional<AccessWish> wish = isInOrder() ? Optional.of(wish()) : Optional.empty();
        busy.set(true);
        problem.set("");
        background
                .run("read a code", () -> desk.get().handOverCode(typed))
                .onSuccess(read -> codeRead(read, typed, wish))
                .andFinally(() -> busy.set(sending))
                .start();
    }

    /** A code that is not a patient's is said together with what else is missing. */
    private void codeRead(Optional<HandOverCode> read, String typed, Optional<AccessWish> wish) {
        if (read.isEmpty()) {
            codeProblem.set(wording.text(typed.isBlank() ? "ask.code.empty" : "ask.code.foreign"));
        } else {
            wish.ifPresent(wanted -> send(read.get(), wanted));
        }
    }

    private void send(HandOverCode handedOver, AccessWish wish) {
        sending = true;
        background
                .run("ask for access", () -> desk.get().ask(handedOver, wish))
                .onDone(() -> {
                    code.set("");
                    reason.set("");
                    sent.set(wording.text("ask.sent"));
                    refresh();
                })
                .onFailure(this::failed)
                .andFinally(() -> {
                    sending = false;
                    busy.set(false);
                })
                .start();
    }

    /** Ask what became of earlier requests. */
    public void refresh() {
        background
                .run("list own requests", () -> desk.get().requests())
                .onSuccess(requests::set)
                .onFailure(this::failed)
                .start();
    }

    public StringProperty codeProperty() {
        return code;
    }

    public StringProperty daysProperty() {
        return days;
    }

    public StringProperty reasonProperty() {
        return reason;
    }

    public BooleanProperty readingProperty() {
        return reading;
    }

    public BooleanProperty addingProperty() {
        return adding;
    }

    public BooleanProperty categoryProperty(DocumentCategory category) {
        return Objects.requireNonNull(categories.get(category));
    }

    public ReadOnlyStringProperty codeProblemProperty() {
        return codeProblem.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty daysProblemProperty() {
        return daysProblem.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty choiceProblemProperty() {
        return choiceProblem.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty reasonProblemProperty() {
        return reasonProblem.getReadOnlyProperty();
    }

    /** Why asking failed; empty when it did not. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** That the request is sent, until the next code is typed. */
    public ReadOnlyStringProperty sentProperty() {
        return sent.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<AccessRequest>> requestsProperty() {
        return requests.getReadOnlyProperty();
    }

    private boolean isInOrder() {
        return List.of(daysProblem, choiceProblem, reasonProblem).stream()
                .allMatch(each -> each.get().isEmpty());
    }

    private AccessWish wish() {
        return new AccessWish(
                rights(),
                chosen(),
                Integer.parseInt(days.get().strip()),
                reason.get().strip());
    }

    private void check() {
        String typed = days.get().strip();
        boolean number = typed.matches("[0-9]{1,4}");
        boolean inRange = number && Integer.parseInt(typed) >= 1 && Integer.parseInt(typed) <= LONGEST;
        daysProblem.set(inRange ? "" : wording.text("ask.days.range"));
        choiceProblem.set(rights().isEmpty() || chosen().isEmpty() ? wording.text("ask.choice.empty") : "");
        int length = reason.get().strip().length();
        reasonProblem.set(
                length == 0
                        ? wording.text("ask.reason.empty")
                        : length > RequestedAccess.MAX_REASON_LENGTH ? wording.text("ask.reason.long") : "");
    }

    private Set<Right> rights() {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        if (reading.get()) {
            rights.add(Right.READ);
        }
        if (adding.get()) {
            rights.add(Right.WRITE);
        }
        return rights;
    }

    private Set<DocumentCategory> chosen() {
        Set<DocumentCategory> chosen = EnumSet.noneOf(DocumentCategory.class);
        categories.forEach((category, wanted) -> {
            if (wanted.get()) {
                chosen.add(category);
            }
        });
        return chosen;
    }

    private void failed(SharingException failure) {
        problem.set(new Failures(wording.messages()).explain(failure).whole());
    }
}
