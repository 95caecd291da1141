// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The one notice of a window; the newest replaces the one before, so view models just show what they have to say. */
public final class Notices {
    private final ReadOnlyObjectWrapper<Optional<Notice>> current = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Show a notice; on the window's thread. */
    public void show(Notice notice) {
        current.set(Optional.of(notice));
    }

    /** Take the notice away. */
    public void dismiss() {
        current.set(Optional.empty());
    }

    /** Take the notice away unless it is about something that is still wrong. */
    public void dismissPassing() {
        if (current.get().filter(notice -> !notice.isLasting()).isPresent()) {
            dismiss();
        }
    }

    /** The notice to show. */
    public ReadOnlyObjectProperty<Optional<Notice>> currentProperty() {
        return current.getReadOnlyProperty();
    }
}
