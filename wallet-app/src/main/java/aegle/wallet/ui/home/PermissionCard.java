// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.home;

import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.ActionRow;
import aegle.desktop.kit.Paragraph;
import aegle.record.member.Member;
import aegle.wallet.session.AllowedPermission;
import aegle.wallet.text.PermissionSentence;
import aegle.wallet.text.WalletTexts;
import aegle.wallet.ui.list.IconLine;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One person and what she may do until when, with what the patient can do about it. */
final class PermissionCard extends VBox {
    PermissionCard(
            AllowedPermission allowed, HomeViewModel model, WalletTexts texts, HomeRoutes routes, Runnable stop) {
        Member clinician = allowed.clinician();
        String name = texts.name(clinician);
        String key = allowed.permission().id().hex();
        PermissionSentence sentence = new PermissionSentence(texts);
        var scope = allowed.permission().scope();
        getStyleClass().addAll("card", "permission-card");
        setId("permission-" + key);
        setAccessibleText(sentence.whole(clinician, scope));
        ActionButton stopButton = ActionButton.secondary("stop-" + key, texts.text("home.stop"), stop);
        stopButton.setAccessibleText(texts.text("home.stop.of", name));
        stopButton.getStyleClass().add("stop");
        stopButton
                .disableProperty()
                .bind(model.stoppingProperty()
                        .map(stopping ->
                                stopping.equals(Optional.of(allowed.permission().id()))));
        ActionButton change =
                ActionButton.secondary("change-" + key, texts.text("home.change"), () -> routes.change(allowed));
        change.setAccessibleText(texts.text("home.change.of", name));
        getChildren()
                .addAll(
                        heading(name, clinician, texts),
                        new IconLine(Feather.FILE_TEXT, "accent", texts.text("home.what", upper(sentence.what(scope)))),
                        new IconLine(Feather.CALENDAR, "accent", upper(sentence.when(scope)) + "."),
                        new ActionRow(
                                change,
                                stopButton,
                                ActionButton.quiet("words-" + key, texts.text("home.words"), routes::showThatItIsMe)));
    }

    private static Node heading(String name, Member clinician, WalletTexts texts) {
        VBox heading = new VBox(
                new Paragraph(name, "title-4"),
                new Paragraph(texts.work(clinician), "muted"),
                IconLine.verification(clinician, texts));
        heading.getStyleClass().add("person");
        return heading;
    }

    private static String upper(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
