// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui.upload;

import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** A choice from a list, each item in words. */
final class Choice<T> extends ComboBox<T> {

    Choice(String id, String name, Function<T, String> words) {
        setId(id);
        setAccessibleText(name);
        setPromptText(name);
        setMinWidth(0);
        setMaxWidth(Double.MAX_VALUE);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("the choice cannot be typed");
            }
        });
    }
}
