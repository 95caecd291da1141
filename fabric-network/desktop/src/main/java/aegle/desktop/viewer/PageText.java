// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.TextPosition;

/**
 * The text of one page and where each of its letters stands.
 *
 * <p>Searching ignores case and takes any white space, line ends included, for one space. Letters that a font draws
 * without saying which they are cannot be found.
 */
final class PageText {
    private final String letters;
    private final List<Optional<Box>> places;

    private PageText(String letters, List<Optional<Box>> places) {
        this.letters = letters;
        this.places = places;
    }

    /** Read the text of one page, counted from 0. */
    static PageText of(PDDocument document, int page, PdfBudget budget) throws IOException {
        var collector = new Collector(budget);
        collector.setStartPage(page + 1);
        collector.setEndPage(page + 1);
        collector.getText(document);
        return new PageText(collector.letters.toString(), List.copyOf(collector.places));
    }

    int length() {
        return letters.length();
    }

    /** Where a text occurs: for each occurrence the boxes that cover it, one a line; at most as many as asked for. */
    List<List<Box>> find(String text, int most) {
        String wanted = folded(text);
        var found = new ArrayList<List<Box>>();
        int at = wanted.isEmpty() ? -1 : letters.indexOf(wanted);
        while (at >= 0 && found.size() < most) {
            found.add(lines(at, at + wanted.length()));
            at = letters.indexOf(wanted, at + 1);
        }
        return found;
    }

    private List<Box> lines(int from, int to) {
        var lines = new ArrayList<Box>();
        for (Optional<Box> place : places.subList(from, to)) {
            place.ifPresent(box -> {
                if (!lines.isEmpty() && lines.getLast().isBeside(box)) {
                    lines.set(lines.size() - 1, lines.getLast().with(box));
                } else {
                    lines.add(box);
                }
            });
        }
        return List.copyOf(lines);
    }

    private static String folded(String text) {
        var folded = new StringBuilder();
        for (int i = 0; i < text.strip().length(); i++) {
            append(folded, text.strip().charAt(i));
        }
        return folded.toString();
    }

    private static boolean append(StringBuilder letters, char letter) {
        if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
            if (letters.isEmpty() || letters.charAt(letters.length() - 1) == ' ') {
                return false;
            }
            letters.append(' ');
        } else {
            letters.append(Character.toLowerCase(letter));
        }
        return true;
    }

    /** Collects letters in reading order; PDFBox decides where words and lines end. */
    private static final class Collector extends BoundedTextStripper {
        private final StringBuilder letters = new StringBuilder();
        private final List<Optional<Box>> places = new ArrayList<>();

        private Collector(PdfBudget budget) {
            super(budget);
            setSortByPosition(true);
        }

        @Override
        protected void writeString(String text, List<TextPosition> positions) {
            for (TextPosition position : positions) {
                double height = Math.max(position.getHeight(), position.getFontSizeInPt() * 0.7);
                var box = new Box(position.getX(), position.getY() - height, position.getWidth(), height * 1.25);
                add(position.getUnicode(), Optional.of(box));
            }
        }

        @Override
        protected void writeWordSeparator() {
            add(" ", Optional.empty());
        }

        @Override
        protected void writeLineSeparator() {
            add(" ", Optional.empty());
        }

        private void add(String text, Optional<Box> box) {
            for (int i = 0; i < text.length(); i++) {
                if (append(letters, text.charAt(i))) {
                    places.add(box);
                }
            }
        }
    }
}
