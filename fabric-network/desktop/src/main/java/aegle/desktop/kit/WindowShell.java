// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * What every window has: navigation on the left, one notice above the content, status at the bottom, dialogs above.
 *
 * <p>A <em>cover</em> (welcome, unlock) hides all of it without changing it, so that unlocking returns to the same
 * place, dialogs, texts and focus included; only a notice about the program itself stands above it. The shell remembers the focus of each view.
 */
public final class WindowShell {
    private static final double COMPACT_BELOW_EM = 58;

    private final StackPane root = new StackPane();
    private final BorderPane frame = new BorderPane();
    private final StackPane content = new StackPane();
    private final VBox room;
    private final NoticeBar noticeBar;
    private final VBox coverLayer = new VBox();
    private final Navigation navigation;
    private final Notices notices;
    private final Overlay overlay = new Overlay();
    private final NavigationPane navigationPane;
    private final Map<FxView, Node> focusOf = new WeakHashMap<>();
    private Optional<FxView> shown = Optional.empty();
    private Optional<FxView> cover = Optional.empty();
    private Optional<Node> focusUnderCover = Optional.empty();

    /**
     * Lay out a window.
     *
     * @param program its name, at the top of the navigation
     * @param lock what the Lock button and Ctrl+L do; none for a window that cannot be locked
     */
    public WindowShell(
            String program, Navigation navigation, Notices notices, Messages messages, Optional<Runnable> lock) {
        this.navigation = navigation;
        this.notices = notices;
        List<ActionButton> below = new ArrayList<>();
        lock.ifPresent(run -> below.add(
                ActionButton.secondary("lock", messages.text("kit.lock"), run).with(Feather.LOCK)));
        navigationPane = new NavigationPane(program, navigation, below, messages);
        noticeBar = new NoticeBar(notices, messages);
        content.setId("content");
        VBox.setVgrow(content, Priority.ALWAYS);
        room = new VBox(noticeBar, content);
        frame.setCenter(room);
        frame.getStyleClass().add("shell-frame");
        if (!navigation.destinations().isEmpty()) {
            frame.setLeft(navigationPane);
        }
        coverLayer.setId("cover");
        coverLayer.getStyleClass().add("cover");
        coverLayer.setVisible(false);
        root.getStyleClass().add("shell");
        root.getChildren().addAll(frame, overlay.layer(), coverLayer);
        root.widthProperty().subscribe(this::adaptToWidth);
        navigation.currentProperty().subscribe(this::showCurrent);
        new ShellKeys(this, lock).listen(root);
    }

    /** Put a view, such as the connection's state, into the status line. */
    public void setStatus(FxView status) {
        frame.setBottom(status.root());
        status.attach();
    }

    /** Hide everything behind a view; what was shown keeps its place. A second cover replaces the first. */
    public void cover(FxView view) {
        if (cover.isEmpty()) {
            focusUnderCover = FocusOrder.owner(root).filter(owner -> FocusOrder.isBelow(owner, root));
        }
        cover.ifPresent(FxView::detach);
        cover = Optional.of(view);
        room.getChildren().remove(noticeBar);
        noticeBar.setCovered(true);
        VBox.setVgrow(view.root(), Priority.ALWAYS);
        coverLayer.getChildren().setAll(noticeBar, view.root());
        coverLayer.setVisible(true);
        frame.setVisible(false);
        overlay.layer().setVisible(false);
        view.attach();
        focusInto(view);
    }

    /** Cover other contents with what covers these, as it is. */
    public void handOverCover(WindowShell next) {
        Optional<FxView> view = cover;
        cover = Optional.empty();
        coverLayer.getChildren().clear();
        view.ifPresent(next::cover);
    }

    /** Take the cover away. */
    public void uncover() {
        cover.ifPresent(FxView::detach);
        cover = Optional.empty();
        coverLayer.getChildren().clear();
        if (!room.getChildren().contains(noticeBar)) {
            room.getChildren().addFirst(noticeBar);
        }
        noticeBar.setCovered(false);
        coverLayer.setVisible(false);
        frame.setVisible(true);
        overlay.layer().setVisible(overlay.isOpen());
        Optional<Node> before = focusUnderCover.flatMap(node -> FocusOrder.sameAs(node, root));
        focusUnderCover = Optional.empty();
        before.ifPresentOrElse(Node::requestFocus, () -> front().ifPresent(this::focusInto));
    }

    /** Says whether a view covers the window. */
    public boolean isCovered() {
        return cover.isPresent();
    }

    /** Dialogs of this window. */
    public Overlay overlay() {
        return overlay;
    }

    /** The way around in this window. */
    public Navigation navigation() {
        return navigation;
    }

    /** The notice of this window. */
    public Notices notices() {
        return notices;
    }

    /** The nodes, for a scene. */
    public Parent root() {
        return root;
    }

    /** Choose between names and icons in the navigation again, after the text size has changed. */
    public void adaptToTextSize() {
        adaptToWidth(root.getWidth());
    }

    Optional<FxView> front() {
        return cover.or(overlay::top).or(() -> shown);
    }

    void escape() {
        if (cover.isPresent()) {
            cover.ifPresent(FxView::escape);
        } else if (overlay.isOpen()) {
            overlay.escape();
        } else if (shown.filter(FxView::escape).isEmpty()) {
            navigation.back();
        }
    }

    /** Move the focus to the next of navigation, notice and content. */
    void nextRegion() {
        List<Node> regions = new ArrayList<>(List.of(navigationPane, content));
        int at = FocusOrder.owner(root)
                .map(owner -> FocusOrder.isBelow(owner, navigationPane) ? 0 : 1)
                .orElse(1);
        FocusOrder.first(regions.get(1 - at)).ifPresent(FocusOrder::bring);
    }

    private void showCurrent(Optional<FxView> next) {
        shown.ifPresent(view -> {
            FocusOrder.owner(root)
                    .filter(owner -> FocusOrder.isBelow(owner, view.root()))
                    .ifPresent(owner -> focusOf.put(view, owner));
            view.detach();
        });
        if (!next.equals(shown)) {
            notices.dismissPassing();
        }
        shown = next;
        content.getChildren().setAll(next.map(FxView::root).stream().toList());
        next.ifPresent(view -> {
            view.attach();
            if (cover.isEmpty()) {
                focusInto(view);
            }
        });
    }

    private void focusInto(FxView view) {
        FocusOrder.enter(view, Optional.ofNullable(focusOf.get(view)));
    }

    private void adaptToWidth(Number width) {
        double em = Theme.textSizeOf(root.getScene());
        navigationPane.setCompact(width.doubleValue() > 0 && width.doubleValue() / em < COMPACT_BELOW_EM);
    }
}
