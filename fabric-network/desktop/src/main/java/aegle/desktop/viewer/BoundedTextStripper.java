// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Reads the text of a foreign PDF within a {@link PdfBudget}. */
class BoundedTextStripper extends PDFTextStripper {
    private final PdfBudget budget;

    BoundedTextStripper(PdfBudget budget) {
        this.budget = budget;
    }

    @Override
    public void processPage(PDPage page) throws IOException {
        BoundedStream.measureContent(page);
        super.processPage(page);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        budget.step();
        super.processOperator(operator, operands);
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        budget.step();
        super.showGlyph(matrix, font, code, displacement);
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        budget.letters(text.getUnicode().length());
        super.processTextPosition(text);
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) throws IOException {
        budget.checkTime();
        super.writeString(text, positions);
    }
}
