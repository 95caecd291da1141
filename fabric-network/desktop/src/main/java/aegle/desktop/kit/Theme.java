// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * How windows look: light or dark as the system says unless chosen otherwise, and text from 100 % to 200 %.
 *
 * <p>Sizes in {@code aegle.css} are relative to the text, so that everything grows together.
 */
public final class Theme {
    /** What the user chose. */
    public enum Appearance {
        SYSTEM,
        LIGHT,
        DARK
    }

    private static final double TEXT_SIZE = 15;
    private static final String TEXT_SIZE_KEY = "aegle.textSize";
    private static final double STEP = 0.25;

    private final Platform.Preferences preferences;
    private final ObjectProperty<Appearance> appearance = new SimpleObjectProperty<>(Appearance.SYSTEM);
    private final ReadOnlyDoubleWrapper textScale = new ReadOnlyDoubleWrapper(1);
    private final List<String> programSheets = new ArrayList<>();
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();

    /** Create a theme that follows some preferences; on the JavaFX thread. */
    public Theme(Platform.Preferences preferences) {
        this.preferences = preferences;
        BundledFont.load();
        preferences.colorSchemeProperty().subscribe(this::decide);
        appearance.subscribe(this::decide);
    }

    /** Create a theme that follows the system. */
    public static Theme ofSystem() {
        return new Theme(Platform.getPreferences());
    }

    /** Add a sheet of the program's own, as a URL; before the first scene is dressed. */
    public Theme with(String stylesheet) {
        programSheets.add(stylesheet);
        return this;
    }

    /** Dress a scene, now and whenever something changes, until unsubscribed. */
    public Subscription dress(Scene scene) {
        apply(scene);
        return Subscription.combine(dark.subscribe(() -> apply(scene)), textScale.subscribe(() -> apply(scene)));
    }

    /** What the user chose; writable. */
    public ObjectProperty<Appearance> appearanceProperty() {
        return appearance;
    }

    /** Whether windows are dark now. */
    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    /** The size of text, 1 for 100 %, at most 2. */
    public ReadOnlyDoubleProperty textScaleProperty() {
        return textScale.getReadOnlyProperty();
    }

    /** Set the size of text; brought into range. */
    public void setTextScale(double scale) {
        textScale.set(Math.clamp(scale, 1, 2));
    }

    /** Make text a step larger. */
    public void larger() {
        setTextScale(textScale.get() + STEP);
    }

    /** Make text a step smaller. */
    public void smaller() {
        setTextScale(textScale.get() - STEP);
    }

    /** Says whether the system asks for as little motion as possible. */
    public boolean isReducedMotion() {
        return preferences.isReducedMotion();
    }

    /** The size of normal text in a dressed scene, in pixels. */
    static double textSizeOf(@Nullable Scene scene) {
        return scene != null && scene.getProperties().get(TEXT_SIZE_KEY) instanceof Double size ? size : TEXT_SIZE;
    }

    private void decide() {
        dark.set(
                switch (appearance.get()) {
                    case SYSTEM -> preferences.getColorScheme() == ColorScheme.DARK;
                    case LIGHT -> false;
                    case DARK -> true;
                });
    }

    private void apply(Scene scene) {
        boolean isDark = dark.get();
        double size = TEXT_SIZE * textScale.get();
        scene.getProperties().put(TEXT_SIZE_KEY, size);
        scene.setUserAgentStylesheet(
                isDark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        List<String> sheets = new ArrayList<>();
        sheets.add(resource("aegle.css"));
        sheets.add(resource(isDark ? "aegle-dark.css" : "aegle-light.css"));
        sheets.addAll(programSheets);
        sheets.add(sizeSheet(size));
        scene.getStylesheets().setAll(sheets);
    }

    /** A sheet of its own instead of a style of the root, because menus and tooltips take over sheets only. */
    private static String sizeSheet(double size) {
        String css = String.format(Locale.ROOT, ".root { -fx-font-size: %.2fpx; }", size);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }

    private static String resource(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
    }
}
