// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.ICOSParser;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdfparser.PDFParser;

/** Parses a PDF into objects whose streams are {@link BoundedStream}s; in memory only. */
final class BoundedParser extends PDFParser {

    /** Parse without a password. */
    BoundedParser(RandomAccessRead source, PdfBudget budget) throws IOException {
        super(new BoundedSource(source, budget), "", null, null, IOUtils.createMemoryOnlyStreamCache());
        document = new BoundedDocument(this, budget);
    }

    private static final class BoundedDocument extends COSDocument {
        private final ICOSParser parser;
        private final PdfBudget budget;

        private BoundedDocument(ICOSParser parser, PdfBudget budget) {
            super(IOUtils.createMemoryOnlyStreamCache(), parser);
            this.parser = parser;
            this.budget = budget;
        }

        @Override
        public COSStream createCOSStream(COSDictionary dictionary, long start, long length) throws IOException {
            var stream = new BoundedStream(parser.createRandomAccessReadView(start, length), budget);
            dictionary.forEach(stream::setItem);
            stream.setKey(dictionary.getKey());
            return stream;
        }
    }
}
