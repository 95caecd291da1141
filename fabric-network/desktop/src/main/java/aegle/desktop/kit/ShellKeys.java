// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import java.util.List;
import java.util.Optional;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys that mean the same in every window: Enter, Esc, Alt+Left, F6, Ctrl+L and Ctrl+1 to Ctrl+9. */
final class ShellKeys {
    private final WindowShell shell;
    private final Optional<Runnable> lock;

    ShellKeys(WindowShell shell, Optional<Runnable> lock) {
        this.shell = shell;
        this.lock = lock;
    }

    void listen(Node root) {
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        boolean free = !shell.isCovered() && !shell.overlay().isOpen();
        boolean used = switch (event.getCode()) {
            case ENTER -> enter(event);
            case ESCAPE -> done(shell::escape);
            case L -> event.isShortcutDown() && !shell.isCovered() && done(() -> lock.ifPresent(Runnable::run));
            default -> free && moved(event);
        };
        if (used) {
            event.consume();
        }
    }

    private boolean moved(KeyEvent event) {
        return switch (event.getCode()) {
            case LEFT -> event.isAltDown() && done(shell.navigation()::back);
            case F6 -> done(shell::nextRegion);
            default -> event.isShortcutDown() && goTo(event.getCode());
        };
    }

    private boolean enter(KeyEvent event) {
        return !event.isShortcutDown() && !event.isAltDown() && done(() -> enter(event.getTarget()));
    }

    private static boolean done(Runnable act) {
        act.run();
        return true;
    }

    /** A focused button answers Enter itself, and in a list of choices it chooses; everywhere else it is the view's main button that does. */
    private void enter(EventTarget target) {
        if (target instanceof Button button) {
            button.fire();
        } else if (target instanceof Hyperlink link) {
            link.fire();
        } else if (!(target instanceof ComboBoxBase)) {
            shell.front()
                    .flatMap(FxView::defaultButton)
                    .filter(button -> !button.isDisabled())
                    .ifPresent(Button::fire);
        }
    }

    private boolean goTo(KeyCode digit) {
        List<Destination> places = shell.navigation().destinations();
        int index = digit.getCode() - KeyCode.DIGIT1.getCode();
        if (index < 0 || index >= Math.min(9, places.size())) {
            return false;
        }
        shell.navigation().go(places.get(index).id());
        return true;
    }
}
