// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.welcome;

import aegle.crypto.pseudonym.UniquelyIdentifiableInformation;
import aegle.crypto.vault.KeyVault;
import aegle.crypto.vault.VaultChangedException;
import aegle.desktop.kit.BackgroundTasks;
import aegle.sharing.key.PatientCard;
import aegle.sharing.key.VaultedKeys;
import aegle.wallet.text.WalletTexts;
import aegle.wallet.ui.date.DateEntry;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Who the patient is: what clinicians will see of her, and what the fingerprint of her record is made of. Makes her keys when
 * both are in order.
 */
public final class WhoYouAreViewModel {
    private static final int LONGEST_NAME = 255;

    private final StringProperty name = new SimpleStringProperty("");
    private final DateEntry birthDate;
    private final StringProperty hospitalNumbers = new SimpleStringProperty("");
    private final BooleanProperty nameCounts = new SimpleBooleanProperty(true);
    private final BooleanProperty birthDateCounts = new SimpleBooleanProperty(true);
    private final StringProperty socialSecurityNumber = new SimpleStringProperty("");
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty postcode = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper nameProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper birthDateProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final VaultedKeys vault;
    private final SecureRandom random;
    private final BackgroundTasks background;
    private final WalletTexts texts;
    private final Runnable made;

    /** Put the keys into {@code vault}; {@code made} hears when they are there. */
    public WhoYouAreViewModel(
            KeyVault vault, SecureRandom random, BackgroundTasks background, WalletTexts texts, Runnable made) {
        this.vault = new VaultedKeys(vault);
        this.random = random;
        this.background = background;
        this.texts = texts;
        this.made = made;
        this.birthDate = new DateEntry(texts);
        name.subscribe(_ -> nameProblem.set(""));
        birthDate.typedProperty().subscribe(_ -> birthDateProblem.set(""));
    }

    /** Check what was typed and make the keys. */
    public void proceed() {
        problem.set("");
        if (!check()) {
            return;
        }
        LocalDate born = birthDate.dateProperty().get().orElseThrow();
        var card = new PatientCard(name.get(), born, numbers());
        var person = new UniquelyIdentifiableInformation(
                Optional.of(socialSecurityNumber.get()),
                Optional.of(born).filter(day -> birthDateCounts.get()),
                Optional.of(name.get()).filter(text -> nameCounts.get()),
                Optional.of(address.get()),
                Optional.of(postcode.get()));
        busy.set(true);
        background
                .perform("make the patient's keys", () -> vault.makePatientKeys(person, card, random))
                .onDone(made)
                .onFailure(failure -> problem.set(
                        texts.text(failure instanceof VaultChangedException ? "memory.IN_USE" : "who.unwritable")))
                .andFinally(() -> busy.set(false))
                .start();
    }

    public StringProperty nameProperty() {
        return name;
    }

    public DateEntry birthDate() {
        return birthDate;
    }

    /** Numbers that hospitals gave her, with commas between them. */
    public StringProperty hospitalNumbersProperty() {
        return hospitalNumbers;
    }

    /** Whether her name is part of the fingerprint. */
    public BooleanProperty nameCountsProperty() {
        return nameCounts;
    }

    /** Whether her birth date is part of the fingerprint. */
    public BooleanProperty birthDateCountsProperty() {
        return birthDateCounts;
    }

    public StringProperty socialSecurityNumberProperty() {
        return socialSecurityNumber;
    }

    public StringProperty addressProperty() {
        return address;
    }

    public StringProperty postcodeProperty() {
        return postcode;
    }

    public ReadOnlyStringProperty nameProblemProperty() {
        return nameProblem.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty birthDateProblemProperty() {
        return birthDateProblem.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    private boolean check() {
        String typed = name.get().strip();
        boolean named = !typed.isEmpty() && typed.length() <= LONGEST_NAME;
        nameProblem.set(named ? "" : texts.text("who.name.missing"));
        Optional<LocalDate> born = birthDate.dateProperty().get();
        boolean dated =
                born.filter(day -> !day.isAfter(LocalDate.now(texts.clock()))).isPresent();
        birthDateProblem.set(dated ? "" : texts.text("who.birth-date.missing"));
        boolean identifying = nameCounts.get()
                || birthDateCounts.get()
                || Stream.of(socialSecurityNumber, address, postcode)
                        .anyMatch(field -> !field.get().isBlank());
        if (!identifying) {
            problem.set(texts.text("who.nothing"));
        }
        boolean numbered = numbers().stream().allMatch(number -> number.length() <= LONGEST_NAME);
        if (!numbered) {
            problem.set(texts.text("who.numbers.long"));
        }
        return named && dated && identifying && numbered;
    }

    private List<String> numbers() {
        return Stream.of(hospitalNumbers.get().split("[,;\\n]", -1))
                .map(String::strip)
                .filter(number -> !number.isEmpty())
                .toList();
    }
}
