// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Where the user is: one destination, and views opened from it one above the other.
 *
 * <p>View models get a {@code Runnable} that navigates, never this.
 */
public final class Navigation {
    private final Map<String, Destination> destinations = new LinkedHashMap<>();
    private final Map<String, FxView> visited = new HashMap<>();
    private final Deque<FxView> above = new ArrayDeque<>();
    private final ReadOnlyStringWrapper destination = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<FxView>> current = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Create a navigation between some places, at none of them yet. */
    public Navigation(List<Destination> places) {
        places.forEach(place -> destinations.put(place.id(), place));
    }

    /** Go to a destination, leaving everything that was opened above. */
    public void go(String id) {
        Destination place = Optional.ofNullable(destinations.get(id))
                .orElseThrow(() -> new IllegalArgumentException("no destination " + id));
        FxView view = visited.computeIfAbsent(id, key -> place.view().get());
        above.clear();
        destination.set(id);
        current.set(Optional.of(view));
    }

    /** Open a view above the current one. */
    public void open(FxView view) {
        above.push(view);
        current.set(Optional.of(view));
    }

    /** Close what was opened last; false when nothing was. */
    public boolean back() {
        if (above.isEmpty()) {
            return false;
        }
        above.pop();
        current.set(above.isEmpty() ? Optional.ofNullable(visited.get(destination.get())) : Optional.of(above.peek()));
        return true;
    }

    /** Forget every view, for instance when another person's vault is opened. */
    public void reset() {
        above.clear();
        visited.clear();
        destination.set("");
        current.set(Optional.empty());
    }

    /** Says whether {@link #back} leads somewhere. */
    public boolean canGoBack() {
        return !above.isEmpty();
    }

    /** All places in their order. */
    public List<Destination> destinations() {
        return List.copyOf(destinations.values());
    }

    /** The id of the destination below everything; empty at first. */
    public ReadOnlyStringProperty destinationProperty() {
        return destination.getReadOnlyProperty();
    }

    /** The view in front. */
    public ReadOnlyObjectProperty<Optional<FxView>> currentProperty() {
        return current.getReadOnlyProperty();
    }
}
