// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.crypto.Digest;
import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.Paragraph;
import aegle.desktop.testkit.ShownWindow;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class PdfViewerTest {
    private static final Path SHOTS = Path.of(System.getProperty("aegle.shots", "target/shots"));

    @Test
    void the_details_name_the_digest_of_exactly_the_bytes_that_were_handed_over() throws Exception {
        byte[] pdf = TestPdf.of(List.of("One page"));
        String digest = Digest.sha256Of(pdf).hex();
        try (ShownWindow window = ShownWindow.english()) {
            show(window, pdf);
            window.robot().click("viewer-details-toggle");

            assertEquals(digest, window.robot().text("viewer-sha256"));
            assertEquals("Dr. Mira Chen", window.robot().text("viewer-fact-uploader"));
            window.robot().awaitAnywhere("As uploaded by Dr. Mira Chen, unchanged");
            window.pictures(SHOTS, "viewer");
        }
    }

    @Test
    void leaving_wipes_the_bytes() throws Exception {
        byte[] pdf = TestPdf.of(List.of("One page"));
        try (ShownWindow window = ShownWindow.english()) {
            show(window, pdf);
            ShownWindow.onFx(() -> {
                window.shell().uncover();
                return true;
            });
            window.awaitIdle();

            assertArrayEquals(new byte[pdf.length], pdf);
        }
    }

    @Test
    void what_is_no_readable_pdf_is_said_in_a_sentence_and_wiped() throws Exception {
        byte[] whole = TestPdf.of(List.of("One", "Two", "Three"));
        try (ShownWindow window = ShownWindow.german()) {
            window.textScale(2);
            byte[] half = Arrays.copyOf(whole, whole.length / 2);
            PdfViewerViewModel model = show(window, half);
            window.robot().awaitText("viewer-problem", "beschädigt");
            assertArrayEquals(new byte[half.length], half);
            window.pictures(SHOTS, "viewer-damaged-200-de");
            assertEquals(List.of(), window.clippedTexts());

            again(model, TestPdf.lockedFor("meadow"));
            window.robot().awaitText("viewer-problem", "Kennwort");
            again(model, "no pdf".getBytes(StandardCharsets.UTF_8));
            window.robot().awaitText("viewer-problem", "kein PDF");
            again(model, TestPdf.of(List.of("Whole again")));
            window.robot().awaitGone("viewer-problem");
        }
    }

    @Test
    void of_four_hundred_pages_only_those_in_sight_are_nodes_and_images() throws Exception {
        byte[] pdf = TestPdf.of(
                IntStream.rangeClosed(1, 400).mapToObj(page -> "Page " + page).toList());
        try (ShownWindow window = ShownWindow.english()) {
            PdfViewerViewModel model = show(window, pdf);
            window.robot().type("viewer-page", "200").press(KeyCode.ENTER).await("viewer-page-200");
            window.awaitIdle();

            assertEquals("200", window.robot().text("viewer-page"));
            assertFalse(window.robot().isSeen("viewer-page-1"));
            assertTrue(ShownWindow.onFx(() -> model.images().size()) <= 8);
            assertTrue(ShownWindow.onFx(() -> model.images().containsKey(199)));
        }
    }

    @Test
    void only_whoever_went_to_the_last_page_can_have_looked_through() throws Exception {
        try (ShownWindow window = ShownWindow.english()) {
            PdfViewerViewModel model = show(window, TestPdf.of(List.of("One", "Two", "Three")));
            window.robot().until("page one drawn", () -> model.images().containsKey(0));
            window.awaitIdle();
            assertFalse(model.lookedThroughProperty().get());

            window.robot().focus("viewer-pages").press(KeyCode.END);
            window.robot()
                    .until("looked through", () -> model.lookedThroughProperty().get());
            window.robot().press(KeyCode.HOME).await("viewer-page-1");
            assertTrue(model.lookedThroughProperty().get(), "going back takes nothing away");

            again(model, TestPdf.of(List.of("Another", "document")));
            window.robot().await("viewer-page-1");
            assertFalse(model.lookedThroughProperty().get());
        }
    }

    @Test
    void search_finds_across_line_ends_without_regard_to_case_and_walks_in_a_circle() throws Exception {
        byte[] pdf = TestPdf.of(List.of("Nothing here", "Delivered\ndose 50.4 Gy", "planned DELIVERED dose"));
        try (ShownWindow window = ShownWindow.english()) {
            PdfViewerViewModel model = show(window, pdf);
            window.robot().press(KeyCode.CONTROL, KeyCode.F);
            assertEquals("viewer-search", window.robot().focused());
            window.robot().fill("viewer-search", "delivered dose").awaitText("viewer-search-result", "1 of 2");
            assertEquals(1, ShownWindow.onFx(() -> hit(model).page()));
            assertEquals(2, ShownWindow.onFx(() -> hit(model).boxes().size()), "one box a line");
            window.pictures(SHOTS, "viewer-search");

            window.robot().press(KeyCode.F3).awaitText("viewer-search-result", "2 of 2");
            window.robot().press(KeyCode.F3).awaitText("viewer-search-result", "1 of 2");
            window.robot().press(KeyCode.SHIFT, KeyCode.F3).awaitText("viewer-search-result", "2 of 2");
            window.robot().fill("viewer-search", "not in there").awaitText("viewer-search-result", "Not found");
        }
    }

    @Test
    void a_hit_is_marked_where_the_text_stands() throws Exception {
        try (PdfPages pages = PdfPages.open(TestPdf.of(List.of("Delivered dose")))) {
            Box box = pages.text(0).find("dose", 9).getFirst().getFirst();

            assertTrue(box.x() > 120 && box.x() < 150, box.toString());
            assertTrue(box.y() > 75 && box.y() + box.height() > 92 && box.y() + box.height() < 100, box.toString());
        }
    }

    @Test
    void pages_are_really_drawn() throws Exception {
        try (PdfPages pages = PdfPages.open(TestPdf.of(List.of("")))) {
            PageImage image = pages.draw(0, 1);

            assertEquals(612, image.width());
            assertEquals(0xFF000000, image.pixels()[(792 - 125) * 612 + 100], "inside the black bar");
            assertEquals(0xFFFFFFFF, image.pixels()[10 * 612 + 10], "paper");
        }
    }

    @Test
    void an_enormous_page_is_drawn_at_a_scale_that_memory_can_take() throws Exception {
        try (PdfPages pages = PdfPages.open(TestPdf.of(List.of("")))) {
            PageImage image = pages.draw(0, 50);

            assertTrue((long) image.width() * image.height() <= 16_100_000);
        }
    }

    @Test
    void the_keyboard_alone_reads_and_sizes() throws Exception {
        byte[] pdf = TestPdf.of(List.of("One", "Two", "Three"));
        try (ShownWindow window = ShownWindow.english()) {
            PdfViewerViewModel model = show(window, pdf);
            window.robot().focus("viewer-pages");
            window.robot()
                    .press(KeyCode.PAGE_DOWN)
                    .until("page 2", () -> model.currentPageProperty().get() == 1);
            window.robot()
                    .press(KeyCode.END)
                    .until("page 3", () -> model.currentPageProperty().get() == 2);
            window.robot()
                    .press(KeyCode.HOME)
                    .until("page 1", () -> model.currentPageProperty().get() == 0);
            double byWidth = zoom(model);
            window.robot().press(KeyCode.P);
            assertTrue(zoom(model) < byWidth);
            window.robot().press(KeyCode.CONTROL, KeyCode.DIGIT0);
            assertEquals("100%", window.robot().text("viewer-zoom"));
            window.robot().press(KeyCode.W);
            assertEquals(byWidth, zoom(model), 1e-9);

            Set<String> reached = new HashSet<>();
            for (int i = 0; i < 20; i++) {
                reached.add(window.robot().focused());
                window.robot().press(KeyCode.TAB);
            }
            assertTrue(
                    reached.containsAll(List.of(
                            "viewer-back", "viewer-details-toggle", "viewer-page", "viewer-search", "viewer-pages")),
                    reached.toString());
        }
    }

    @Test
    void everything_is_readable_at_twice_the_text_size_in_german() throws Exception {
        try (ShownWindow window = ShownWindow.german()) {
            show(window, TestPdf.of(List.of("Eins", "Zwei")));
            window.textScale(2);
            window.robot().click("viewer-details-toggle");
            window.pictures(SHOTS, "viewer-200-de");

            assertEquals(List.of(), window.clippedTexts());
        }
    }

    private static double zoom(PdfViewerViewModel model) {
        return ShownWindow.onFx(() -> model.zoomProperty().get());
    }

    private static SearchHit hit(PdfViewerViewModel model) {
        return model.search().currentProperty().get().orElseThrow();
    }

    private static void again(PdfViewerViewModel model, byte[] pdf) {
        ShownWindow.onFx(() -> {
            model.show(opened(pdf));
            return true;
        });
    }

    private static PdfViewerViewModel show(ShownWindow window, byte[] pdf) throws InterruptedException {
        var made = new AtomicReference<PdfViewerViewModel>();
        window.showView(() -> {
            var model = new PdfViewerViewModel(window.background(), window.messages());
            made.set(model);
            return new PdfViewerView(
                    model,
                    window.messages(),
                    new ArrayList<>(List.of(new Paragraph("Andersson, Maja · born 4 May 1971 · MC-1001"))),
                    () -> {},
                    ActionButton.secondary("copy", "_Copy reference", () -> {}));
        });
        PdfViewerViewModel model = made.get();
        again(model, pdf);
        window.awaitIdle();
        window.awaitIdle();
        return model;
    }

    private static OpenedPdf opened(byte[] pdf) {
        return new OpenedPdf(
                pdf,
                new OpenedPdf.Description(
                        "Laboratory report, 3 May 2026",
                        List.of("As uploaded by Dr. Mira Chen, unchanged", "Confirmed by the patient"),
                        List.of(
                                new OpenedPdf.Fact("uploader", "Uploaded by", "Dr. Mira Chen"),
                                new OpenedPdf.Fact("file", "File", "MC-1001_2026-05-03_Laboratory.pdf")),
                        Optional.of("Shown from this computer. The permission was last seen valid at 9:40; this look"
                                + " will be recorded.")));
    }
}
