// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.util.Subscription;

/**
 * One screen or dialog: nodes that show a view model and nothing else.
 *
 * <p>The shell attaches a view when it comes to the front and detaches it when it leaves; the nodes stay as they are,
 * so coming back is coming back to the same place. What is registered by {@link #whileAttached} ends with it.
 */
public abstract class FxView {
    private final List<Subscription> subscriptions = new ArrayList<>();
    private boolean attached;

    /** The nodes; the same each time. */
    public abstract Parent root();

    /** What Enter does, from every control that has no use of its own for Enter. */
    public Optional<Button> defaultButton() {
        return Optional.empty();
    }

    /** Where the focus is at first; otherwise on the first control. */
    public Optional<Node> firstFocus() {
        return Optional.empty();
    }

    /** Go back one step inside the view, on Esc; false when there is none, then the shell goes back. */
    public boolean escape() {
        return false;
    }

    /** Come to the front; called by the shell. */
    public final void attach() {
        if (!attached) {
            attached = true;
            attached();
        }
    }

    /** Leave the front; called by the shell. */
    public final void detach() {
        if (attached) {
            attached = false;
            subscriptions.forEach(Subscription::unsubscribe);
            subscriptions.clear();
            detached();
        }
    }

    /** Register listeners, ask for news. */
    protected void attached() {}

    /** Forget what should not outlive the sight, such as a typed secret. */
    protected void detached() {}

    /** Keep a subscription until the view is detached. */
    protected final void whileAttached(Subscription subscription) {
        subscriptions.add(subscription);
    }
}
