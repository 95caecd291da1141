// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.list;

import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.EmptyState;
import aegle.desktop.kit.LoadingSkeleton;
import aegle.desktop.kit.Paragraph;
import aegle.sharing.SharingException;
import aegle.wallet.news.Feed;
import aegle.wallet.text.FailureTexts;
import aegle.wallet.text.WalletTexts;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/**
 * A list from the network in all its states: grey bars while it is first read, why it could not be read with a button to try
 * again, one line above it when it is not up to date, an invitation when it is empty.
 */
public final class FeedFrame<R> extends VBox {
    private final CardList cards = new CardList();
    private final WalletTexts texts;
    private final Feed<?> feed;
    private final String id;
    private final Supplier<Node> empty;
    private final Function<R, Node> card;
    private final Paragraph stale;

    /**
     * Frame a list.
     *
     * @param id of the list; {@code -retry} and {@code -stale} extend it
     * @param empty makes what is shown instead of no rows
     * @param card makes what is shown for a row
     */
    public FeedFrame(String id, Feed<?> feed, WalletTexts texts, Supplier<Node> empty, Function<R, Node> card) {
        this.id = id;
        this.feed = feed;
        this.texts = texts;
        this.empty = empty;
        this.card = card;
        cards.setId(id);
        getStyleClass().add("feed-frame");
        stale = stale();
        getChildren().addAll(stale, cards);
    }

    /** Leave it to another list of the same screen to say that it is not up to date. */
    public FeedFrame<R> quiet() {
        getChildren().remove(stale);
        return this;
    }

    /** Show rows and follow them until unsubscribed; {@code named} are values that the cards also speak of. */
    public Subscription follow(ObservableValue<List<R>> rows, ObservableValue<?>... named) {
        Subscription all = rows.subscribe(now -> show(now));
        all = all.and(feed.valueProperty().subscribe((before, now) -> {
            if (before.isEmpty()) {
                show(rows.getValue());
            }
        }));
        all = all.and(feed.failureProperty().subscribe((before, now) -> {
            if (feed.valueProperty().get().isEmpty()) {
                show(rows.getValue());
            }
        }));
        for (ObservableValue<?> each : named) {
            all = all.and(each.subscribe((before, now) -> show(rows.getValue())));
        }
        return all;
    }

    private void show(List<R> rows) {
        if (feed.valueProperty().get().isPresent()) {
            cards.show(
                    rows.isEmpty()
                            ? List.of(empty.get())
                            : rows.stream().map(card).toList());
        } else if (feed.failureProperty().get().isPresent()) {
            cards.show(List.of(failed(feed.failureProperty().get().get())));
        } else {
            cards.show(List.of(new LoadingSkeleton(3, texts.text("list.loading"))));
        }
    }

    private Node failed(SharingException failure) {
        return new EmptyState(
                Feather.CLOUD_OFF,
                texts.text("list.failed"),
                new FailureTexts(texts).paragraph(failure),
                ActionButton.secondary(id + "-retry", texts.text("list.retry"), feed::refresh));
    }

    private Paragraph stale() {
        ObservableValue<String> sentence = feed.failureProperty()
                .map(failure ->
                        failure.isPresent() && feed.valueProperty().get().isPresent()
                                ? texts.text("list.stale", new FailureTexts(texts).paragraph(failure.get()))
                                : "");
        return Paragraph.bound(id + "-stale", sentence, "warning-line");
    }
}
