// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.date;

import aegle.desktop.kit.LabeledField;
import aegle.desktop.kit.Paragraph;
import aegle.wallet.text.WalletTexts;
import java.time.LocalDate;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** A field for a date, with the date in words beneath. */
public final class DateField extends VBox {
    /** Name a field; its control has the id, and the understood date {@code id-understood}. */
    public DateField(String id, String name, DateEntry entry, WalletTexts texts, ObservableValue<String> problem) {
        TextField input = new TextField();
        input.setId(id);
        input.setPromptText(texts.text("date.prompt", texts.dates().date(LocalDate.of(1968, 4, 23))));
        input.textProperty().bindBidirectional(entry.typedProperty());
        getChildren()
                .add(new LabeledField(name, input)
                        .followedBy(Paragraph.bound(
                                id + "-understood",
                                entry.understoodProperty()
                                        .map(words -> words.isEmpty() ? "" : texts.text("date.understood", words)),
                                "muted"))
                        .checked(problem));
    }
}
