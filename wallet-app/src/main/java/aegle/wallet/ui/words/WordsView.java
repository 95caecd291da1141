// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.words;

import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.ActionRow;
import aegle.desktop.kit.FxView;
import aegle.desktop.kit.LabeledField;
import aegle.desktop.kit.Page;
import aegle.desktop.kit.Paragraph;
import aegle.desktop.kit.QrCode;
import aegle.desktop.kit.SecretClipboard;
import aegle.wallet.text.WalletTexts;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Six words in large type, and the code as text and as a picture. */
public final class WordsView extends FxView {
    private static final double QR_SIDE = 400;

    private final WordsViewModel model;
    private final WalletTexts texts;
    private final SecretClipboard clipboard;
    private final VBox words = new VBox();
    private final VBox picture = new VBox();
    private final TextArea code = new TextArea();
    private final ReadOnlyStringWrapper copied = new ReadOnlyStringWrapper("");
    private final ActionButton copy;
    private final Page root;

    /** Show the words of the open wallet. */
    public WordsView(WordsViewModel model, WalletTexts texts, SecretClipboard clipboard) {
        this.model = model;
        this.texts = texts;
        this.clipboard = clipboard;
        words.setId("six-words");
        picture.setId("handover-qr");
        code.setId("handover-code");
        code.setEditable(false);
        code.setWrapText(true);
        code.setPrefRowCount(4);
        copy = ActionButton.primary("handover-copy", texts.text("words.copy"), this::copyCode)
                .with(Feather.COPY);
        VBox wordsCard = new VBox(new Paragraph(texts.text("words.compare")), words);
        wordsCard.getStyleClass().addAll("card", "words-card");
        VBox codeCard = new VBox(
                new Paragraph(texts.text("words.code.title"), "title-4"),
                new Paragraph(texts.text("words.code.why"), "muted"),
                picture,
                new LabeledField(texts.text("words.code"), code),
                new ActionRow(copy),
                Paragraph.bound("handover-copied", copied.getReadOnlyProperty(), "muted"));
        codeCard.getStyleClass().add("card");
        root = new Page(texts.text("words.title"))
                .intro(texts.text("words.intro"))
                .add(wordsCard, codeCard);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<Node> firstFocus() {
        return Optional.of(copy);
    }

    @Override
    protected void attached() {
        whileAttached(model.shownProperty().subscribe(shown -> shown.ifPresent(this::show)));
        model.look();
        copied.set("");
    }

    private void show(WordsViewModel.Shown shown) {
        words.getChildren().setAll(new SixWords("word-", shown.words(), texts));
        if (!shown.code().equals(code.getText())) {
            code.setText(shown.code());
            picture.getChildren().setAll(new QrCode(shown.code(), texts.text("words.qr"), QR_SIDE));
        }
    }

    private void copyCode() {
        clipboard.copy(code.getText());
        copied.set(texts.text("words.copied"));
    }
}
