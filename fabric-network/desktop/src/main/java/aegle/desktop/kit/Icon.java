// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.text.Font;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** A glyph of the Feather set that grows with the text around it; never the only sign of anything, so it has no name. */
public final class Icon extends Label {
    private static final String FONT = "/META-INF/resources/feather/4.28/fonts/feather.ttf";

    static {
        Font.loadFont(Objects.requireNonNull(Feather.class.getResourceAsStream(FONT), FONT), 16);
    }

    /** Show a glyph, for instance {@code Feather.LOCK}. */
    public Icon(Ikon glyph) {
        super(Character.toString(glyph.getCode()));
        getStyleClass().add("icon");
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMouseTransparent(true);
    }

    /** Show another glyph. */
    public void show(Ikon glyph) {
        setText(Character.toString(glyph.getCode()));
    }

    /** Show a glyph with a further style class, such as {@code success}, {@code warning}, {@code danger}. */
    public static Icon styled(Ikon glyph, String styleClass) {
        Icon icon = new Icon(glyph);
        icon.getStyleClass().add(styleClass);
        return icon;
    }
}
