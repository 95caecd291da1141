// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.desktop.viewer.UnreadablePdfException.Reason;
import aegle.sharing.DocumentRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HostilePdfTest {
    private static final PdfLimits HASTY = PdfLimits.standard().within(Duration.ofSeconds(2));

    @TempDir
    private Path folder;

    @Test
    void forms_nested_twelve_times_by_ten_are_neither_drawn_nor_read_for_ever() throws Exception {
        try (PdfPages pages = PdfPages.open(HostilePdf.nestedForms(12), HASTY)) {
            assertEquals(Reason.TOO_COMPLEX, refusal(() -> pages.draw(0, 1)));
            assertEquals(Reason.TOO_COMPLEX, refusal(() -> pages.text(0)));
        }
    }

    @Test
    void the_check_of_nested_forms_ends_with_a_refusal() throws Exception {
        assertEquals(DocumentRefusedException.Reason.DAMAGED, refused(HostilePdf.nestedForms(12), HASTY));
    }

    @Test
    void operators_are_counted_whatever_the_time() throws Exception {
        var few = new PdfLimits(Duration.ofHours(1), 1000, 1000, 1 << 20, 1 << 20, 1 << 20);
        try (PdfPages pages = PdfPages.open(HostilePdf.nestedForms(12), few)) {
            assertEquals(Reason.TOO_COMPLEX, refusal(() -> pages.draw(0, 1)));
        }
    }

    @Test
    void forms_that_are_drawn_often_but_not_too_often_are_drawn() throws Exception {
        try (PdfPages pages = PdfPages.open(HostilePdf.nestedForms(3))) {
            assertEquals(595, pages.draw(0, 1).width());
        }
    }

    @Test
    void whoever_is_interrupted_leaves_and_the_drawing_ends() throws Exception {
        try (PdfPages pages = PdfPages.open(HostilePdf.nestedForms(12))) {
            Thread reader = Thread.ofPlatform().daemon().start(() -> refusal(() -> pages.draw(0, 1)));
            assertFalse(reader.join(Duration.ofMillis(300)), "still drawing");
            reader.interrupt();

            assertTrue(reader.join(Duration.ofSeconds(2)));
        }
    }

    @Test
    void after_an_interruption_the_document_answers_others() throws Exception {
        var endless = new PdfLimits(Duration.ofSeconds(20), Long.MAX_VALUE, 1000, 1 << 20, 1 << 20, 1 << 20);
        var work = new PdfWork(endless);
        Thread reader = Thread.ofPlatform()
                .daemon()
                .start(() -> refusal(() -> work.ask(() -> {
                    while (true) {
                        work.budget().step();
                    }
                })));
        assertFalse(reader.join(Duration.ofMillis(300)), "still busy");
        reader.interrupt();

        assertTrue(reader.join(Duration.ofSeconds(2)));
        assertEquals(1, assertTimeoutPreemptively(Duration.ofSeconds(5), () -> work.ask(() -> 1)));
    }

    @Test
    void closing_ends_the_drawing_under_way_and_wipes() throws Exception {
        byte[] pdf = HostilePdf.nestedForms(12);
        PdfPages pages = PdfPages.open(pdf);
        Thread reader = Thread.ofPlatform().daemon().start(() -> refusal(() -> pages.draw(0, 1)));
        assertFalse(reader.join(Duration.ofMillis(300)), "still drawing");

        assertTimeoutPreemptively(Duration.ofSeconds(2), pages::close);
        assertTrue(reader.join(Duration.ofSeconds(2)));
        assertEquals(
                0,
                IntStream.range(0, pdf.length)
                        .map(i -> pdf[i])
                        .filter(b -> b != 0)
                        .count());
        assertEquals(Reason.CLOSED, refusal(() -> pages.draw(0, 1)));
    }

    @Test
    void half_a_million_glyphs_on_a_page_are_refused_before_memory_is_full() throws Exception {
        byte[] pdf = HostilePdf.glyphs(500_000);
        assertEquals(DocumentRefusedException.Reason.DAMAGED, refused(pdf, PdfLimits.standard()));
        try (PdfPages pages = PdfPages.open(pdf)) {
            assertEquals(Reason.TOO_COMPLEX, refusal(() -> pages.text(0)));
        }
    }

    @Test
    void fifty_thousand_glyphs_on_a_page_are_read_and_only_as_many_hits_as_asked_for() throws Exception {
        try (PdfPages pages = PdfPages.open(HostilePdf.glyphs(50_000))) {
            assertEquals(7, pages.text(0).find("a", 7).size());
        }
    }

    @Test
    void a_stream_that_is_decoded_to_much_is_refused() throws Exception {
        byte[] pdf = HostilePdf.repeated("", " ", 100_000_000, "");
        assertTrue(pdf.length < 200_000);
        assertEquals(DocumentRefusedException.Reason.DAMAGED, refused(pdf, PdfLimits.standard()));
        try (PdfPages pages = PdfPages.open(pdf)) {
            assertEquals(Reason.TOO_COMPLEX, refusal(() -> pages.draw(0, 1)));
        }
    }

    @Test
    void an_image_inside_the_content_that_is_decoded_to_much_is_refused() throws Exception {
        try (PdfPages pages = PdfPages.open(HostilePdf.inlineImage(64))) {
            assertEquals(Reason.TOO_COMPLEX, refusal(() -> pages.draw(0, 1)));
        }
    }

    @Test
    void an_image_that_declares_billions_of_pixels_is_refused_and_a_large_one_is_drawn() throws Exception {
        try (PdfPages pages = PdfPages.open(HostilePdf.image(40_000, 40_000))) {
            assertEquals(Reason.TOO_COMPLEX, refusal(() -> pages.draw(0, 1)));
        }
        try (PdfPages pages = PdfPages.open(HostilePdf.image(5_000, 7_000))) {
            assertEquals(595, pages.draw(0, 1).width());
        }
    }

    @Test
    void paths_without_end_and_states_without_end_are_refused() throws Exception {
        byte[] path = HostilePdf.repeated("0 0 m ", "595 842 l 0 0 l 595 0 l ", 1_000_000, "f");
        byte[] states = HostilePdf.repeated("", "q ", 9_000_000, "");
        for (byte[] pdf : List.of(path, states)) {
            try (PdfPages pages = PdfPages.open(pdf)) {
                long begin = System.nanoTime();
                assertEquals(Reason.TOO_COMPLEX, refusal(() -> pages.draw(0, 1)));
                assertTrue(System.nanoTime() - begin < 10_000_000_000L, "by number, not by time");
            }
        }
    }

    @Test
    void no_page_makes_more_than_sixteen_million_pixels() throws Exception {
        for (String[] size : new String[][] {{"14400", "1"}, {"14400", "14400"}, {"0.001", "14400"}, {"1", "1"}}) {
            try (PdfPages pages = PdfPages.open(HostilePdf.sized(size[0], size[1]))) {
                PageImage image = pages.draw(0, 20);
                assertTrue(image.width() >= 1 && image.height() >= 1);
                assertTrue((long) image.width() * image.height() <= 16_100_000, size[0] + " x " + size[1]);
            }
        }
    }

    @Test
    void a_page_larger_than_pdf_allows_takes_the_room_of_paper_and_is_not_drawn() throws Exception {
        for (String width : new String[] {"14401", "4000000000", "9".repeat(60)}) {
            try (PdfPages pages = PdfPages.open(HostilePdf.sized(width, "1"))) {
                assertEquals(612, pages.sizes().getFirst().width());
                assertEquals(Reason.TOO_COMPLEX, refusal(() -> pages.draw(0, 1)));
            }
        }
    }

    @Test
    void memory_and_stack_that_a_document_exhausts_are_its_own_failure() {
        var work = new PdfWork(HASTY);
        assertEquals(
                Reason.TOO_COMPLEX,
                refusal(() -> work.ask(() -> {
                    throw new OutOfMemoryError("of the document");
                })));
        assertEquals(
                Reason.DAMAGED,
                refusal(() -> work.ask(() -> {
                    throw new StackOverflowError("of the document");
                })));
        assertThrows(
                LinkageError.class,
                () -> work.ask(() -> {
                    throw new LinkageError("of the program");
                }));
    }

    @Test
    void a_loop_that_counts_nothing_keeps_nobody_waiting() {
        var work = new PdfWork(PdfLimits.standard().within(Duration.ofMillis(200)));
        var wanted = new AtomicBoolean(true);
        assertEquals(
                Reason.TOO_COMPLEX,
                refusal(() -> work.ask(() -> {
                    while (wanted.get()) {
                        Thread.onSpinWait();
                    }
                    return 1;
                })));
        assertEquals(Reason.TOO_COMPLEX, refusal(() -> work.ask(() -> 1)), "nobody else asks the same document");
        wanted.set(false);
    }

    @Test
    void a_limit_that_pdfbox_swallows_is_a_refusal_all_the_same() {
        var work = new PdfWork(HASTY);
        var swallowed = new CountDownLatch(1);
        assertEquals(
                Reason.TOO_COMPLEX,
                refusal(() -> work.ask(() -> {
                    try {
                        work.budget().letters(Integer.MAX_VALUE);
                    } catch (PdfLimitException e) {
                        swallowed.countDown();
                    }
                    return "half of it";
                })));
        assertEquals(0, swallowed.getCount());
    }

    private DocumentRefusedException.Reason refused(byte[] pdf, PdfLimits limits) throws IOException {
        Path file = Files.write(folder.resolve("hostile.pdf"), pdf);
        return assertThrows(DocumentRefusedException.class, () -> PdfCheck.check(file, limits))
                .reason();
    }

    private static Reason refusal(Executable asking) {
        return assertThrows(UnreadablePdfException.class, asking).reason();
    }
}
