// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableIntegerValue;
import org.kordamp.ikonli.Ikon;

/**
 * A place in the navigation on the left.
 *
 * @param id the id of its button, {@code nav-} before it
 * @param label its name
 * @param glyph its icon
 * @param view makes the view when it is first visited; the view is kept
 * @param waiting how many things wait for the user there; shown when above 0
 */
public record Destination(String id, String label, Ikon glyph, Supplier<FxView> view, ObservableIntegerValue waiting) {
    /** A place where nothing ever waits. */
    public Destination(String id, String label, Ikon glyph, Supplier<FxView> view) {
        this(id, label, glyph, view, new ReadOnlyIntegerWrapper(0));
    }
}
