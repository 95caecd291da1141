// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.desktop.connection.ConnectionStatus;
import aegle.desktop.connection.ConnectionStatusViewModel;
import aegle.desktop.connection.StatusLineView;
import aegle.desktop.testkit.ShownWindow;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

class WindowShellTest {
    private static final Path SHOTS = Path.of(System.getProperty("aegle.shots", "target/shots"));

    private final List<String> heard = new ArrayList<>();

    @Test
    void navigation_goes_by_mouse_and_by_ctrl_and_a_digit() {
        try (ShownWindow window = ShownWindow.english().showShell(this::shell)) {
            window.robot().click("nav-records").await("records-search");
            window.robot().press(KeyCode.CONTROL, KeyCode.DIGIT1).await("home-name");
            window.pictures(SHOTS, "shell");
            assertEquals(List.of(), window.clippedTexts());
        }
    }

    @Test
    void esc_goes_back_from_an_opened_view_and_the_focus_is_where_it_was() {
        try (ShownWindow window = ShownWindow.english().showShell(this::shell)) {
            window.robot().focus("home-choice");
            ShownWindow.onFx(() -> {
                window.shell().navigation().open(new Sample("detail", new TextField()));
                return true;
            });
            window.robot().await("detail-name").press(KeyCode.ESCAPE).await("home-name");

            assertEquals("home-choice", window.robot().focused());
        }
    }

    @Test
    void the_focus_is_in_sight_after_f6_and_on_the_new_control_of_the_same_name_after_a_change() {
        var lines = new VBox();
        try (ShownWindow window = ShownWindow.english().showShell(this::shell)) {
            Page page = ShownWindow.onFx(() -> {
                lines.getChildren().setAll(named("line-", 40));
                var detail = new Sample("detail", lines);
                window.shell().navigation().open(detail);
                return detail.page;
            });
            window.robot().focus("line-30").press(KeyCode.F6);
            ShownWindow.onFx(() -> {
                page.setVvalue(1);
                return true;
            });
            window.robot().press(KeyCode.F6);
            assertEquals("line-0", window.robot().focused());
            assertTrue(ShownWindow.onFx(page::getVvalue) < 0.2);

            window.robot().focus("line-30");
            ShownWindow.onFx(() -> {
                KeptFocus.during(lines, () -> lines.getChildren().setAll(named("line-", 35)));
                return true;
            });
            assertEquals("line-30", window.robot().focused());
            ShownWindow.onFx(() -> {
                KeptFocus.during(lines, () -> lines.getChildren().setAll(named("line-", 5)));
                return true;
            });
            assertEquals("line-0", window.robot().focused());
        }
    }

    @Test
    void a_button_that_is_busy_for_a_moment_has_the_focus_back_unless_one_went_on() {
        var busy = new SimpleBooleanProperty();
        try (ShownWindow window = ShownWindow.english().showShell(this::shell)) {
            ShownWindow.onFx(() -> {
                var open = ActionButton.primary("open", "Open", () -> busy.set(true));
                open.disableProperty().bind(busy);
                var others = List.of(
                        ActionButton.secondary("back", "Back", () -> {}),
                        ActionButton.secondary("more", "More", () -> {}));
                window.shell().navigation().open(new Sample("detail", open, others.get(0), others.get(1)));
                return true;
            });
            window.robot().focus("open").press(KeyCode.ENTER).until("the focus away", () -> !isFocused(window, "open"));
            set(busy, false);
            assertEquals("open", window.robot().focused());

            window.robot().press(KeyCode.ENTER).until("the focus away", () -> !isFocused(window, "open"));
            window.robot().focus("more");
            set(busy, false);
            assertEquals("more", window.robot().focused());
        }
    }

    private static boolean isFocused(ShownWindow window, String id) {
        Node owner = window.robot().stage().getScene().getFocusOwner();
        return owner != null && id.equals(owner.getId());
    }

    private static void set(SimpleBooleanProperty property, boolean value) {
        ShownWindow.onFx(() -> {
            property.set(value);
            return true;
        });
    }

    private static List<Node> named(String prefix, int count) {
        return IntStream.range(0, count)
                .<Node>mapToObj(number -> {
                    var box = new CheckBox(prefix + number);
                    box.setId(prefix + number);
                    return box;
                })
                .toList();
    }

    @Test
    void a_notice_offers_undo_once_and_leaves_with_the_screen() {
        try (ShownWindow window = ShownWindow.english().showShell(this::shell)) {
            show(
                    window,
                    Notice.success("Dr. Chen can no longer read your laboratory results.")
                            .offering("Undo", () -> heard.add("undone")));
            window.robot().await("notice");
            window.pictures(SHOTS, "notice-undo");
            window.robot().click("notice-action").awaitGone("notice");
            assertEquals(List.of("undone"), heard);

            show(window, Notice.success("Saved."));
            window.robot().await("notice").click("nav-records").awaitGone("notice");
        }
    }

    @Test
    void an_error_stays_and_shows_its_id_behind_a_link() {
        try (ShownWindow window = ShownWindow.german().showShell(this::shell)) {
            show(
                    window,
                    Notice.of(UnexpectedFailure.of("list documents", new IllegalStateException()), window.messages()));
            window.robot().click("nav-records").await("notice");
            assertFalse(window.robot().isSeen("notice-details"));
            window.robot().click("notice-details-link").awaitText("notice-details", "list documents");
            window.pictures(SHOTS, "notice-error-de");
            window.robot().click("notice-close").awaitGone("notice");
        }
    }

    @Test
    void a_grave_question_keeps_the_focus_inside_and_enter_does_the_harmless_thing() {
        try (ShownWindow window = ShownWindow.english().showShell(this::shell)) {
            window.robot().focus("home-name");
            ask(window);
            window.robot().await("confirm");
            window.pictures(SHOTS, "question");
            assertEquals("cancel", window.robot().focused());
            assertEquals(
                    List.of("confirm", "cancel", "confirm"),
                    List.of(
                            window.robot().press(KeyCode.TAB).focused(),
                            window.robot().press(KeyCode.TAB).focused(),
                            window.robot().press(KeyCode.SHIFT, KeyCode.TAB).focused()));
            window.robot().press(KeyCode.ESCAPE).awaitGone("question");
            assertEquals("home-name", window.robot().focused());
            assertEquals(List.of(), heard);

            ask(window);
            window.robot().click("confirm").awaitGone("question");
            assertEquals(List.of("stopped"), heard);
        }
    }

    @Test
    void a_cover_hides_everything_and_uncovering_returns_to_the_same_place() {
        try (ShownWindow window = ShownWindow.english().showShell(this::shell)) {
            window.robot().type("home-name", "half a sentence");
            cover(window, new Sample("gate", new TextField()));
            window.robot().awaitGone("home-name").await("gate-name");
            window.robot().press(KeyCode.CONTROL, KeyCode.DIGIT2);
            assertEquals(
                    "home", window.shell().navigation().destinationProperty().get());

            ShownWindow.onFx(() -> {
                window.shell().uncover();
                return true;
            });
            window.robot().awaitText("home-name", "half a sentence");
            assertEquals("home-name", window.robot().focused());
        }
    }

    @Test
    void above_a_cover_the_programs_own_trouble_is_said_and_nobodys_name() {
        try (ShownWindow window = ShownWindow.english().showShell(this::shell)) {
            cover(window, new Sample("gate", new TextField()));
            show(
                    window,
                    Notice.of(UnexpectedFailure.of("open a session", new IllegalStateException()), window.messages()));
            window.robot().awaitText("notice-sentence", "went wrong").await("gate-name");
            window.pictures(SHOTS, "cover-notice");
            show(window, Notice.success("Dr. Chen can no longer read your laboratory results."));
            window.robot().awaitGone("notice");

            ShownWindow.onFx(() -> {
                window.shell().uncover();
                return true;
            });
            window.robot().awaitText("notice-sentence", "Dr. Chen").await("home-name");
        }
    }

    @Test
    void enter_presses_the_main_button_from_a_field_and_a_focused_button_itself() {
        try (ShownWindow window = ShownWindow.english().showShell(this::shell)) {
            window.robot().focus("home-name").press(KeyCode.ENTER);
            window.robot().focus("home-second").press(KeyCode.ENTER);
            assertEquals(List.of("home main", "home second"), heard);
        }
    }

    @Test
    void twice_as_large_german_text_is_nowhere_cut() {
        try (ShownWindow window = ShownWindow.german().showShell(this::shell)) {
            window.textScale(2);
            show(
                    window,
                    Notice.warning("Zwei von sieben Dokumenten wurden noch nicht übertragen.")
                            .toDo("Es geht weiter, sobald das Netzwerk wieder da ist."));
            window.robot().await("notice");
            window.pictures(SHOTS, "shell-200-de");
            assertEquals(List.of(), window.clippedTexts());
            window.textScale(1);
            assertEquals(List.of(), window.clippedTexts());
        }
    }

    @Test
    void work_shows_its_amount_and_can_be_cancelled() throws InterruptedException {
        try (ShownWindow window = ShownWindow.english()) {
            Dates dates = new Dates(window.messages(), Clock.systemUTC());
            RunningWork work = window.background()
                    .run("upload", report -> {
                        report.progress(1_200_000, 3_400_000);
                        new java.util.concurrent.CountDownLatch(1).await();
                        return "never";
                    })
                    .onCancelled(() -> heard.add("cancelled"))
                    .start();
            window.showView(() -> new Sample(
                    "work", new WorkProgress(work, "Sending 7 documents", dates::amountOf, window.messages())));
            window.robot().awaitText("work-amount", "1.2 MB of 3.4 MB");
            window.pictures(SHOTS, "progress");
            window.robot().click("work-cancel").awaitGone("work-amount");
            window.awaitIdle();
            assertEquals(List.of("cancelled"), heard);
        }
    }

    @Test
    void empty_and_loading_states_have_their_pictures() {
        try (ShownWindow window = ShownWindow.english()) {
            window.showView(() -> new Sample(
                    "states",
                    new EmptyState(
                            Feather.INBOX,
                            "Nobody sees your records yet",
                            "Allow your oncologist first. You choose what, and until when.",
                            ActionButton.primary("allow", "Allow someone", () -> heard.add("allow"))),
                    new LoadingSkeleton(2, "Loading documents"),
                    new QrCode("aegle:example", "Code for your hospital", 120)));
            window.pictures(SHOTS, "states");
            window.robot().click("allow");
            assertEquals(List.of("allow"), heard);
            assertTrue(window.clippedTexts().isEmpty());
        }
    }

    private static void show(ShownWindow window, Notice notice) {
        ShownWindow.onFx(() -> {
            window.shell().notices().show(notice);
            return true;
        });
    }

    private static void cover(ShownWindow window, FxView view) {
        ShownWindow.onFx(() -> {
            window.shell().cover(view);
            return true;
        });
    }

    private void ask(ShownWindow window) {
        ShownWindow.onFx(() -> {
            window.shell()
                    .overlay()
                    .ask(
                            new Question(
                                    "Stop Dr. Chen for good?",
                                    "Dr. Chen keeps what has been read already. Opening anything again is refused at"
                                            + " once.",
                                    "Stop for good",
                                    "Keep allowing",
                                    true),
                            () -> heard.add("stopped"));
            return true;
        });
    }

    private WindowShell shell(ShownWindow window) {
        Messages messages = window.messages();
        Navigation navigation = new Navigation(List.of(
                new Destination("home", "Who can see what", Feather.HOME, () -> new Sample("home", form())),
                new Destination(
                        "records",
                        "My record",
                        Feather.FOLDER,
                        () -> new Sample("records", new SearchField("records-search", "Search", messages))),
                new Destination(
                        "requests",
                        "Requests",
                        Feather.INBOX,
                        () -> new Sample("requests", new TextField()),
                        new SimpleIntegerProperty(2))));
        WindowShell shell = new WindowShell(
                "Aegle Wallet", navigation, new Notices(), messages, Optional.of(() -> heard.add("lock")));
        Instant now = Instant.parse("2026-06-03T09:40:00Z");
        ConnectionStatusViewModel status =
                new ConnectionStatusViewModel(messages, new Dates(messages, Clock.fixed(now, ZoneOffset.UTC)));
        status.show(new ConnectionStatus("", true, Optional.of("St. Anna Hospital"), 1, 2, Optional.of(now)));
        shell.setStatus(new StatusLineView(status, messages));
        navigation.go("home");
        return shell;
    }

    private VBox form() {
        TextField name = new TextField();
        name.setId("home-name");
        CheckBox choice = new CheckBox("May add documents");
        choice.setId("home-choice");
        VBox card = new VBox(
                new LabeledField("_Name", name).explained("As it stands on the letter of your hospital."),
                choice,
                new ActionRow(
                        ActionButton.primary("home-main", "_Allow", () -> heard.add("home main")),
                        ActionButton.secondary("home-second", "Look first", () -> heard.add("home second")),
                        ActionButton.danger("home-danger", "Stop for good", () -> heard.add("danger")),
                        ActionButton.quiet("home-quiet", "Why is this asked?", () -> heard.add("quiet"))));
        card.getStyleClass().add("card");
        return card;
    }

    private static final class Sample extends FxView {
        private final Page page;

        Sample(String id, Node... nodes) {
            page = new Page("A page about " + id)
                    .intro("One sentence that says what this page is for.")
                    .add(nodes);
            for (Node node : nodes) {
                if (node.getId() == null && node instanceof TextField) {
                    node.setId(id + "-name");
                }
            }
        }

        @Override
        public Parent root() {
            return page;
        }

        @Override
        public Optional<javafx.scene.control.Button> defaultButton() {
            return Optional.ofNullable((javafx.scene.control.Button) page.lookup("#home-main"));
        }
    }
}
