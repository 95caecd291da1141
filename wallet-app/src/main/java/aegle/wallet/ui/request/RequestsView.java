// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.request;

import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.ActionRow;
import aegle.desktop.kit.EmptyState;
import aegle.desktop.kit.FxView;
import aegle.desktop.kit.Overlay;
import aegle.desktop.kit.Page;
import aegle.desktop.kit.Paragraph;
import aegle.desktop.kit.Question;
import aegle.record.member.Member;
import aegle.record.permission.Right;
import aegle.wallet.session.WaitingRequest;
import aegle.wallet.text.WalletTexts;
import aegle.wallet.ui.list.FeedFrame;
import aegle.wallet.ui.list.IconLine;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Who asks for access, for what and why, with three answers. */
public final class RequestsView extends FxView {
    private final RequestsViewModel model;
    private final WalletTexts texts;
    private final RequestRoutes routes;
    private final Overlay overlay;
    private final FeedFrame<WaitingRequest> frame;
    private final Page root;

    /** Show the requests; {@code overlay} asks before one is declined. */
    public RequestsView(RequestsViewModel model, WalletTexts texts, RequestRoutes routes, Overlay overlay) {
        this.model = model;
        this.texts = texts;
        this.routes = routes;
        this.overlay = overlay;
        frame = new FeedFrame<>("requests", model.news().requests(), texts, this::none, this::card);
        root = new Page(texts.text("requests.title"))
                .intro(texts.text("requests.intro"))
                .add(frame);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    protected void attached() {
        whileAttached(frame.follow(model.requests()));
    }

    private Node none() {
        return new EmptyState(
                Feather.INBOX,
                texts.text("requests.none"),
                texts.text("requests.none.todo"),
                ActionButton.secondary("requests-words", texts.text("requests.none.go"), routes::showThatItIsMe));
    }

    private Node card(WaitingRequest request) {
        String reason = request.access().reason().strip();
        VBox card = new VBox(
                person(request.clinician()),
                new IconLine(Feather.FILE_TEXT, "accent", wish(request)),
                new IconLine(
                        Feather.MESSAGE_CIRCLE,
                        "accent",
                        reason.isEmpty() ? texts.text("requests.no-reason") : texts.text("requests.reason", reason)),
                new Paragraph(
                        texts.text(
                                "requests.asked",
                                texts.dates().when(request.received().request().time())),
                        "muted"),
                answers(request));
        card.getStyleClass().add("card");
        card.setId("request-" + key(request));
        return card;
    }

    private Node person(Member clinician) {
        VBox person = new VBox(
                new Paragraph(texts.name(clinician), "title-4"),
                new Paragraph(texts.work(clinician), "muted"),
                IconLine.verification(clinician, texts));
        person.getStyleClass().add("person");
        return person;
    }

    private Node answers(WaitingRequest request) {
        String key = key(request);
        ActionRow row = new ActionRow(
                ActionButton.primary("allow-" + key, texts.text("requests.allow"), () -> routes.allowAsAsked(request)),
                ActionButton.secondary(
                        "allow-less-" + key, texts.text("requests.less"), () -> routes.allowLess(request)),
                ActionButton.secondary("decline-" + key, texts.text("requests.decline"), () -> askToDecline(request)));
        row.getChildren().forEach(button -> button.disableProperty().bind(model.busyProperty()));
        return row;
    }

    private static String key(WaitingRequest request) {
        return request.received().request().id().hex();
    }

    private String wish(WaitingRequest request) {
        var access = request.access();
        boolean read = access.rights().contains(Right.READ);
        boolean add = access.rights().contains(Right.WRITE);
        String kind = read && add ? "read-add" : add ? "add" : "read";
        return texts.text("requests.wish-" + kind, texts.categories(access.categories()), access.days());
    }

    private void askToDecline(WaitingRequest request) {
        overlay.ask(
                new Question(
                        texts.text("requests.decline.title", texts.name(request.clinician())),
                        texts.text("requests.decline.sentence"),
                        texts.text("requests.decline.confirm"),
                        texts.text("requests.decline.cancel"),
                        false),
                () -> model.decline(request));
    }
}
