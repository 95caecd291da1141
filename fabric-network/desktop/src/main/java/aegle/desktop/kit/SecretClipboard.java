// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import java.time.Duration;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.util.Subscription;

/**
 * The system's clipboard for something that should not stay there: emptied after a minute, and when this is closed.
 *
 * <p>What somebody else has put there in the meantime is left alone. A clipboard history of the system may keep a
 * copy nevertheless; nothing in JavaFX forbids it. On the JavaFX thread.
 */
public final class SecretClipboard implements AutoCloseable {
    private static final Duration KEPT = Duration.ofSeconds(60);

    private final BackgroundTasks background;
    private final Duration kept;
    private Optional<String> copied = Optional.empty();
    private Subscription clearing = Subscription.EMPTY;

    /** Use the system's clipboard for 60 seconds at a time. */
    public SecretClipboard(BackgroundTasks background) {
        this(background, KEPT);
    }

    SecretClipboard(BackgroundTasks background, Duration kept) {
        this.background = background;
        this.kept = kept;
    }

    /** Copy a text; the one copied before is forgotten. */
    public void copy(String text) {
        clearing.unsubscribe();
        Clipboard.getSystemClipboard().setContent(java.util.Map.of(DataFormat.PLAIN_TEXT, text));
        copied = Optional.of(text);
        clearing = background.after("empty the clipboard", kept, this::close);
    }

    /** Empty the clipboard now, if it still holds the text. */
    @Override
    public void close() {
        clearing.unsubscribe();
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (copied.isPresent() && copied.get().equals(clipboard.getString())) {
            clipboard.clear();
        }
        copied = Optional.empty();
    }
}
