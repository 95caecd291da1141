// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui.link;

import aegle.clinician.desk.PatientDesk;
import aegle.desktop.kit.BackgroundTasks;
import aegle.desktop.kit.Messages;
import aegle.sharing.link.IdentityLink;
import aegle.sharing.link.LinkWay;
import aegle.sharing.retrieval.GrantedRecord;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Comparing the six words. The program never shows the right ones: who types them must have heard or read them from the patient.
 */
public final class ConfirmIdentityViewModel {
    private static final int WORDS = 6;

    private final GrantedRecord record;
    private final Supplier<PatientDesk> desk;
    private final BackgroundTasks background;
    private final Messages messages;
    private final Consumer<IdentityLink> confirmed;
    private final StringProperty words = new SimpleStringProperty("");
    private final StringProperty hospitalNumber;
    private final ObjectProperty<LinkWay> way = new SimpleObjectProperty<>(LinkWay.WORDS_IN_PERSON);
    private final ReadOnlyStringWrapper wordsProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper numberProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    public ConfirmIdentityViewModel(
            GrantedRecord record,
            Supplier<PatientDesk> desk,
            BackgroundTasks background,
            Messages messages,
            Consumer<IdentityLink> confirmed) {
        this.record = record;
        this.desk = desk;
        this.background = background;
        this.messages = messages;
        this.confirmed = confirmed;
        this.hospitalNumber = new SimpleStringProperty(
                record.patient().hospitalNumbers().stream().findFirst().orElse(""));
        words.subscribe(() -> wordsProblem.set(""));
        hospitalNumber.subscribe(() -> numberProblem.set(""));
    }

    /** Compare what was typed; keeps the link, or says what differs. */
    public void confirm() {
        String typed = words.get().strip();
        String number = hospitalNumber.get().strip();
        if (number.isEmpty()) {
            numberProblem.set(messages.text("link.number.empty"));
        }
        if (typed.split("\\s+").length != WORDS) {
            wordsProblem.set(messages.text("link.words.count"));
        }
        if (busy.get() || !numberProblem.get().isEmpty() || !wordsProblem.get().isEmpty()) {
            return;
        }
        LinkWay chosen = way.get();
        busy.set(true);
        background
                .run("confirm an identity", () -> desk.get().confirmIdentity(record, typed, number, chosen))
                .onSuccess(confirmed)
                .onFailure(failure -> wordsProblem.set(messages.text("link.words.differ")))
                .andFinally(() -> busy.set(false))
                .start();
    }

    GrantedRecord record() {
        return record;
    }

    public StringProperty wordsProperty() {
        return words;
    }

    public StringProperty hospitalNumberProperty() {
        return hospitalNumber;
    }

    public ObjectProperty<LinkWay> wayProperty() {
        return way;
    }

    public ReadOnlyStringProperty wordsProblemProperty() {
        return wordsProblem.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty numberProblemProperty() {
        return numberProblem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
