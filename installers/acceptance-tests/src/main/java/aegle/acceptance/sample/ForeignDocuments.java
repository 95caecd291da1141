// SPDX-License-Identifier: Apache-2.0
package aegle.acceptance.sample;

import static aegle.acceptance.sample.ForeignDocument.Expectation.DAMAGED;
import static aegle.acceptance.sample.ForeignDocument.Expectation.EMPTY;
import static aegle.acceptance.sample.ForeignDocument.Expectation.ENCRYPTED;
import static aegle.acceptance.sample.ForeignDocument.Expectation.NOT_A_PDF;
import static aegle.acceptance.sample.ForeignDocument.Expectation.READABLE;

import aegle.acceptance.sample.ForeignDocument.Expectation;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Makes the folder of foreign PDFs: large, long, encrypted, damaged, empty, falsely named, oddly named.
 *
 * <p>A name that the platform cannot spell (emoji where the locale is plain ASCII) is left out. Names stay within 200 characters, so
 * that every common file system takes them. All content is synthetic.
 */
public final class ForeignDocuments {
    /** Opens encrypted.pdf; protects nothing. */
    public static final String USER_PASSWORD = "meadow";

    private static final int SCANNED_PAGES = 25;
    private static final int SCAN_SIDE = 1024;
    private static final int MANY_PAGES = 400;
    private static final List<String> ODD_NAMES = List.of(
            "two  spaces (and brackets).pdf",
            "Ärztlicher Befund, Größe & Übersicht.pdf",
            "A\u0308rztlicher Befund, decomposed.pdf",
            "🩺 Befund 📄.pdf",
            "-rf leading dash.pdf",
            "100 % #1; it's here.pdf",
            "UPPER CASE.PDF",
            "no second.dot.in.name.pdf",
            "very long name ".repeat(13) + ".pdf");

    private final Path directory;
    private final List<ForeignDocument> documents = new ArrayList<>();

    private ForeignDocuments(Path directory) {
        this.directory = directory;
    }

    /** Make all of them in a directory, which is created if need be. */
    public static List<ForeignDocument> render(Path directory) throws IOException {
        Files.createDirectories(directory);
        var folder = new ForeignDocuments(directory);
        folder.add("scan of 25 MB.pdf", READABLE, scan());
        folder.add("report of 400 pages.pdf", READABLE, pages("Report", MANY_PAGES));
        for (var name : ODD_NAMES) {
            folder.add(name, READABLE, pages("A page with an odd file name: " + name.length() + " characters", 1));
        }
        folder.add("encrypted.pdf", ENCRYPTED, encrypted());
        var whole = pages("Half of this is missing", 8);
        folder.add("download broken off.pdf", DAMAGED, Arrays.copyOf(whole, whole.length / 2));
        folder.add("overwritten with zeros.pdf", DAMAGED, zeroed(whole));
        folder.add("empty.pdf", EMPTY, new byte[0]);
        folder.add(
                "letter.pdf",
                NOT_A_PDF,
                "Dear colleague, the report will follow by mail.\n".getBytes(StandardCharsets.UTF_8));
        return List.copyOf(folder.documents);
    }

    private void add(String name, Expectation expectation, byte[] content) throws IOException {
        try {
            var file = directory.resolve(name);
            Files.write(file, content);
            documents.add(new ForeignDocument(file, expectation));
        } catch (InvalidPathException e) {
            // the platform cannot spell this name, so nobody can drop such a file here
        }
    }

    private static byte[] scan() throws IOException {
        var noise = new Random(25);
        try (var document = new PDDocument()) {
            for (int page = 0; page < SCANNED_PAGES; page++) {
                var pixels = new byte[SCAN_SIDE * SCAN_SIDE];
                noise.nextBytes(pixels);
                for (int i = 0; i < pixels.length; i++) {
                    pixels[i] = (byte) (0xFF - (pixels[i] & 0x1F));
                }
                addScan(document, pixels);
            }
            return saved(document);
        }
    }

    private static void addScan(PDDocument document, byte[] pixels) throws IOException {
        var sheet = new PDPage(PDRectangle.LETTER);
        document.addPage(sheet);
        var stream = new PDStream(document, new ByteArrayInputStream(pixels));
        var image = new PDImageXObject(stream, null);
        image.getCOSObject().setItem(COSName.TYPE, COSName.XOBJECT);
        image.getCOSObject().setItem(COSName.SUBTYPE, COSName.IMAGE);
        image.setWidth(SCAN_SIDE);
        image.setHeight(SCAN_SIDE);
        image.setBitsPerComponent(8);
        image.setColorSpace(PDDeviceGray.INSTANCE);
        try (var canvas = new Canvas(document, sheet)) {
            canvas.image(image, 40, 130, 532, 532);
        }
    }

    private static byte[] pages(String title, int count) throws IOException {
        try (var document = document(title, count)) {
            return saved(document);
        }
    }

    private static PDDocument document(String title, int count) throws IOException {
        var document = new PDDocument();
        var styles = ReportStyles.embeddedIn(document);
        for (int page = 1; page <= count; page++) {
            var sheet = new PDPage(PDRectangle.LETTER);
            document.addPage(sheet);
            try (var canvas = new Canvas(document, sheet)) {
                canvas.text(styles.title(), 72, 720, title);
                for (int line = 0; line < 40; line++) {
                    canvas.text(
                            styles.body(),
                            72,
                            690 - 14 * line,
                            "Line " + (line + 1) + " of an invented page without meaning.");
                }
                canvas.text(styles.note(), 72, 60, "Page " + page + " of " + count + ", " + DocumentHeading.MARK);
            }
        }
        return document;
    }

    private static byte[] encrypted() throws IOException {
        try (var document = document("Encrypted", 1)) {
            var policy =
                    new StandardProtectionPolicy("owner of " + USER_PASSWORD, USER_PASSWORD, new AccessPermission());
            policy.setEncryptionKeyLength(256);
            document.protect(policy);
            return saved(document);
        }
    }

    private static byte[] zeroed(byte[] whole) {
        var damaged = whole.clone();
        Arrays.fill(damaged, 64, damaged.length, (byte) 0);
        return damaged;
    }

    private static byte[] saved(PDDocument document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new BufferedOutputStream(bytes)) {
            document.save(out);
        }
        return bytes.toByteArray();
    }
}
