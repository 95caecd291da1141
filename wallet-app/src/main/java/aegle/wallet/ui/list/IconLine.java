// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.list;

import aegle.desktop.kit.Icon;
import aegle.desktop.kit.Paragraph;
import aegle.record.member.AttestationMethod;
import aegle.record.member.Member;
import aegle.wallet.text.WalletTexts;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** A glyph and a sentence beside it that wraps. */
public final class IconLine extends HBox {
    /** Show a line; the style class is that of the glyph, such as {@code success} or {@code warning}. */
    public IconLine(Feather glyph, String styleClass, String sentence) {
        Paragraph text = new Paragraph(sentence);
        HBox.setHgrow(text, Priority.ALWAYS);
        getStyleClass().add("icon-line");
        getChildren().addAll(Icon.styled(glyph, styleClass), text);
    }

    /** Who has verified a clinician. */
    public static IconLine verification(Member member, WalletTexts texts) {
        boolean verified = texts.isVerified(member);
        boolean practice = member.attestation().method() == AttestationMethod.PRACTICE;
        Feather glyph = !verified ? Feather.ALERT_TRIANGLE : practice ? Feather.INFO : Feather.CHECK_CIRCLE;
        return new IconLine(glyph, !verified ? "warning" : practice ? "muted" : "success", texts.verification(member));
    }
}
