// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui;

import aegle.desktop.kit.Icon;
import aegle.desktop.kit.Paragraph;
import aegle.sharing.retrieval.GrantedRecord;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Whose screen this is: name, two identifiers, and whether they were confirmed. Stands over everything about a patient. */
public final class PatientHeader extends VBox {

    public PatientHeader(GrantedRecord record, Wording wording) {
        var name = new Paragraph(record.patient().name(), "title-2");
        name.setId("patient-name");
        var born = new Paragraph(wording.born(record.patient()), "identifier");
        born.setId("patient-born");
        var numbers = new Paragraph(wording.numbers(record.patient()), "identifier");
        numbers.setId("patient-numbers");
        var identifiers = new FlowPane(born, numbers, identity(record, wording));
        born.maxWidthProperty().bind(identifiers.widthProperty());
        numbers.maxWidthProperty().bind(identifiers.widthProperty());
        identifiers.setMinWidth(0);
        identifiers.getStyleClass().add("identifiers");
        getStyleClass().add("patient-header");
        setId("patient-header");
        getChildren().addAll(name, identifiers);
    }

    /** A sign and a word that say whether record and person were compared. */
    public static HBox identity(GrantedRecord record, Wording wording) {
        boolean confirmed = record.isIdentityConfirmed();
        var sign =
                confirmed ? Icon.styled(Feather.USER_CHECK, "success") : Icon.styled(Feather.ALERT_TRIANGLE, "warning");
        var word = new Paragraph(wording.text(confirmed ? "identity.confirmed" : "identity.unconfirmed"));
        word.setId("patient-identity");
        if (!confirmed) {
            word.getStyleClass().add("unconfirmed");
        }
        var both = new HBox(sign, word);
        both.getStyleClass().add("identity");
        return both;
    }
}
