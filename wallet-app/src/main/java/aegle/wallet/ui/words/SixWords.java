// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.words;

import aegle.crypto.pseudonym.LinkWords;
import aegle.wallet.text.WalletTexts;
import javafx.scene.control.Label;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

/** Six words in large type, numbered, in rows of three where there is room; where people may not know English, with the number of each word beneath it. */
public final class SixWords extends TilePane {
    /** Show words; each has the id {@code prefix} and its place, from 1. */
    public SixWords(String prefix, LinkWords link, WalletTexts texts) {
        boolean english = texts.messages().locale().getLanguage().equals("en");
        getStyleClass().add("six-words");
        setAccessibleText(String.join(" ", link.words()));
        for (int i = 0; i < LinkWords.COUNT; i++) {
            VBox box = new VBox(
                    new Label(Integer.toString(i + 1)),
                    label(prefix + (i + 1), link.words().get(i), "words"));
            if (!english) {
                String number = texts.text("words.number", link.numbers().get(i).toString());
                box.getChildren().add(label(prefix + (i + 1) + "-number", number, "muted"));
            }
            box.getStyleClass().add("word");
            getChildren().add(box);
        }
    }

    private static Label label(String id, String text, String styleClass) {
        Label label = new Label(text);
        label.setId(id);
        label.getStyleClass().add(styleClass);
        label.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        return label;
    }
}
