// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One notice as a banner: sentence, what is safe, what to do, action, details behind a link, and a way to close it. */
public final class ErrorBanner extends HBox {
    private final Messages messages;

    /** Show a notice; {@code dismissed} is called when the user closes it or has used its action. */
    public ErrorBanner(Notice notice, Messages messages, Runnable dismissed) {
        this.messages = messages;
        setId("notice");
        getStyleClass().addAll("notice", styleOf(notice.kind()));
        setAccessibleText(nameOf(notice.kind()) + ": " + notice.sentence());
        VBox words = new VBox(sentence(notice));
        words.getStyleClass().add("notice-words");
        notice.safe().ifPresent(text -> words.getChildren().add(new Paragraph(text)));
        notice.toDo().ifPresent(text -> words.getChildren().add(new Paragraph(text)));
        notice.details().ifPresent(details -> addDetails(words, details));
        HBox.setHgrow(words, Priority.ALWAYS);
        setAlignment(words.getChildren().size() > 1 ? Pos.TOP_LEFT : Pos.CENTER_LEFT);
        words.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(new Icon(glyphOf(notice.kind())), words);
        notice.action().ifPresent(choice -> getChildren().add(actionButton(choice, dismissed)));
        getChildren().add(ActionButton.icon("notice-close", Feather.X, messages.text("kit.notice.close"), dismissed));
    }

    private static Node sentence(Notice notice) {
        Paragraph sentence = new Paragraph(notice.sentence(), "notice-sentence");
        sentence.setId("notice-sentence");
        return sentence;
    }

    private static Node actionButton(Notice.Choice choice, Runnable dismissed) {
        return ActionButton.secondary("notice-action", choice.label(), () -> {
            dismissed.run();
            choice.run().run();
        });
    }

    private void addDetails(VBox words, Notice.Details details) {
        TextArea text = new TextArea(messages.text("kit.notice.quote", details.id()) + "\n" + details.text());
        text.setId("notice-details");
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefRowCount(3);
        text.setAccessibleText(messages.text("kit.notice.details"));
        text.setVisible(false);
        text.managedProperty().bind(text.visibleProperty());
        Hyperlink link = new Hyperlink(messages.text("kit.notice.details"));
        link.setId("notice-details-link");
        link.setOnAction(event -> text.setVisible(!text.isVisible()));
        words.getChildren().addAll(link, text);
    }

    private String nameOf(Notice.Kind kind) {
        return switch (kind) {
            case INFORMATION -> messages.text("kit.notice.information");
            case SUCCESS -> messages.text("kit.notice.success");
            case WARNING -> messages.text("kit.notice.warning");
            case ERROR -> messages.text("kit.notice.error");
        };
    }

    private static Feather glyphOf(Notice.Kind kind) {
        return switch (kind) {
            case INFORMATION -> Feather.INFO;
            case SUCCESS -> Feather.CHECK_CIRCLE;
            case WARNING -> Feather.ALERT_TRIANGLE;
            case ERROR -> Feather.ALERT_OCTAGON;
        };
    }

    private static String styleOf(Notice.Kind kind) {
        return switch (kind) {
            case INFORMATION -> "information";
            case SUCCESS -> "success";
            case WARNING -> "warning";
            case ERROR -> "danger";
        };
    }
}
