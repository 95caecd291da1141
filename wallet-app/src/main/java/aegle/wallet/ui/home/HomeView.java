// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.home;

import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.EmptyState;
import aegle.desktop.kit.FxView;
import aegle.desktop.kit.Overlay;
import aegle.desktop.kit.Page;
import aegle.desktop.kit.Paragraph;
import aegle.desktop.kit.Question;
import aegle.wallet.session.AllowedPermission;
import aegle.wallet.session.SeenEvent;
import aegle.wallet.text.EventSentence;
import aegle.wallet.text.WalletTexts;
import aegle.wallet.ui.list.CardList;
import aegle.wallet.ui.list.FeedFrame;
import aegle.wallet.ui.list.IconLine;
import aegle.wallet.ui.list.WrapRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/** The patient's first look: what needs her, who can see what now, what happened last. */
public final class HomeView extends FxView {
    private final HomeViewModel model;
    private final WalletTexts texts;
    private final HomeRoutes routes;
    private final Overlay overlay;
    private final CardList needs = new CardList();
    private final FeedFrame<AllowedPermission> permissions;
    private final FeedFrame<SeenEvent> events;
    private final ActionButton allow;
    private final Page root;

    /** Show the home screen; {@code overlay} asks before something is stopped. */
    public HomeView(HomeViewModel model, WalletTexts texts, HomeRoutes routes, Overlay overlay) {
        this.model = model;
        this.texts = texts;
        this.routes = routes;
        this.overlay = overlay;
        needs.setId("needs");
        allow = ActionButton.primary("home-allow", texts.text("home.allow"), routes::allowSomeone)
                .with(Feather.USER_PLUS);
        permissions = new FeedFrame<>("permissions", model.news().permissions(), texts, this::nobody, this::card);
        EventSentence sentences = new EventSentence(texts, model.news().documents());
        events = new FeedFrame<SeenEvent>(
                        "last-events",
                        model.news().activity(),
                        texts,
                        () -> new Paragraph(texts.text("home.no-events"), "muted"),
                        event -> line(event, sentences))
                .quiet();
        ActionButton all = ActionButton.quiet("home-activity", texts.text("home.all-events"), routes::activity);
        root = new Page(texts.text("home.title"))
                .add(
                        needs,
                        heading(texts.text("home.who"), allow),
                        permissions,
                        heading(texts.text("home.last"), all),
                        events);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<Node> firstFocus() {
        return Optional.of(allow);
    }

    @Override
    protected void attached() {
        whileAttached(permissions.follow(model.live()));
        whileAttached(events.follow(model.lastEvents(), model.news().documents().valueProperty()));
        whileAttached(model.requests().subscribe(_ -> showNeeds()));
        whileAttached(model.unconfirmed().subscribe(_ -> showNeeds()));
        whileAttached(model.endingSoon().subscribe(_ -> showNeeds()));
    }

    private void showNeeds() {
        List<Node> cards = new ArrayList<>();
        int waiting = model.requests().getValue().size();
        if (waiting > 0) {
            cards.add(need(
                    Feather.INBOX,
                    texts.text("home.need.requests", waiting),
                    ActionButton.secondary(
                            "need-requests", texts.text("home.need.requests.go", waiting), routes::requests)));
        }
        long unconfirmed = model.unconfirmed().getValue();
        if (unconfirmed > 0) {
            cards.add(need(
                    Feather.FILE_PLUS,
                    texts.text("home.need.documents", unconfirmed),
                    ActionButton.secondary(
                            "need-documents",
                            texts.text("home.need.documents.go", unconfirmed),
                            routes::documentsToConfirm)));
        }
        for (AllowedPermission ending : model.endingSoon().getValue()) {
            cards.add(need(
                    Feather.CLOCK,
                    texts.text("home.need.ending", texts.name(ending.clinician()), texts.lastDay(ending.end())),
                    ActionButton.secondary(
                            "need-ending-" + ending.permission().id().hex(),
                            texts.text("home.need.ending.go"),
                            () -> routes.change(ending))));
        }
        needs.show(cards);
        needs.setManaged(!cards.isEmpty());
    }

    private static Node need(Feather glyph, String sentence, ActionButton go) {
        return new WrapRow(List.of(new IconLine(glyph, "accent", sentence), go), "card", "need");
    }

    private static Node heading(String title, ActionButton button) {
        return new WrapRow(List.of(new Paragraph(title, "title-3"), button), "section-heading");
    }

    private Node nobody() {
        return new EmptyState(Feather.SHIELD, texts.text("home.nobody"), texts.text("home.nobody.todo"));
    }

    private Node card(AllowedPermission allowed) {
        return new PermissionCard(allowed, model, texts, routes, () -> askToStop(allowed));
    }

    private void askToStop(AllowedPermission allowed) {
        String name = texts.name(allowed.clinician());
        overlay.ask(
                new Question(
                        texts.text("home.stop.title", name),
                        texts.text("home.stop.sentence", name),
                        texts.text("home.stop.confirm"),
                        texts.text("home.stop.cancel"),
                        true),
                () -> model.stop(allowed));
    }

    private Node line(SeenEvent event, EventSentence sentences) {
        boolean permitted = event.event().isPermitted();
        return new IconLine(
                permitted ? EventSentence.glyph(event.event().kind()) : Feather.SLASH,
                permitted ? "muted" : "danger",
                texts.text(
                        "home.event",
                        sentences.what(event),
                        texts.dates().when(event.event().time())));
    }
}
