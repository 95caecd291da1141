// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

/** Small PDFs that ask for enormous work, written byte by byte. */
final class HostilePdf {
    private static final String CATALOG = "<</Type/Catalog/Pages 2 0 R>>";
    private static final String PAGES = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
    private static final String FONT = "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>";

    private HostilePdf() {}

    /** Each form draws the next one ten times: 10^levels operators. */
    static byte[] nestedForms(int levels) {
        var objects = new ArrayList<>(page("[0 0 595 842]", "/Resources<</XObject<</X 5 0 R>>>>"));
        objects.add(stream("", bytes("/X Do")));
        for (int level = 1; level <= levels; level++) {
            boolean last = level == levels;
            String resources = last ? "" : "/Resources<</XObject<</X " + (5 + level) + " 0 R>>>>";
            objects.add(stream(
                    "/Type/XObject/Subtype/Form/BBox[0 0 595 842]" + resources,
                    bytes(last ? "0 0 m" : "/X Do ".repeat(10))));
        }
        return file(objects);
    }

    /** One page whose content is some text again and again, compressed. */
    static byte[] repeated(String before, String unit, int times, String after) {
        var content = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(content)) {
            deflater.write(bytes(before));
            byte[] thousand = bytes(unit.repeat(1000));
            for (int i = 0; i < times / 1000; i++) {
                deflater.write(thousand);
            }
            deflater.write(bytes(after));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var objects = new ArrayList<>(page("[0 0 595 842]", FONT));
        objects.add(stream("/Filter/FlateDecode", content.toByteArray()));
        return file(objects);
    }

    static byte[] glyphs(int count) {
        return repeated("BT /F 1 Tf ", "(aaaaaaaaaa) Tj ", count / 10, "ET");
    }

    /** An empty page of some size, in the numbers' own words. */
    static byte[] sized(String width, String height) {
        return file(page("[0 0 " + width + " " + height + "]", ""));
    }

    /** An image that declares more than it has, and is drawn as large as the page. */
    static byte[] image(int width, int height) {
        var objects = new ArrayList<>(page("[0 0 595 842]", "/Resources<</XObject<</X 5 0 R>>>>"));
        objects.add(stream("", bytes("595 0 0 842 0 0 cm /X Do")));
        objects.add(stream(
                "/Type/XObject/Subtype/Image/ColorSpace/DeviceRGB/BitsPerComponent 8/Width " + width + "/Height "
                        + height,
                new byte[3000]));
        return file(objects);
    }

    /** An image inside the content that is decoded to some mebibytes. */
    static byte[] inlineImage(int mebibytes) {
        var data = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(data)) {
            for (int i = 0; i < mebibytes; i++) {
                deflater.write(new byte[1 << 20]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var content = new ByteArrayOutputStream();
        content.writeBytes(bytes("BI /W 8 /H 8 /BPC 8 /CS /G /F /Fl ID "));
        content.writeBytes(data.toByteArray());
        content.writeBytes(bytes("\nEI\n"));
        var objects = new ArrayList<>(page("[0 0 595 842]", ""));
        objects.add(stream("", content.toByteArray()));
        return file(objects);
    }

    /** Only who holds the key of some certificate could open it. */
    static byte[] lockedForCertificates() {
        var objects = new ArrayList<>(page("[0 0 595 842]", ""));
        objects.add(stream("", bytes("0 0 m")));
        objects.add(bytes("<</Filter/Adobe.PubSec/SubFilter/adbe.pkcs7.s5/V 4/Length 128/StmF/DefaultCryptFilter"
                + "/CF<</DefaultCryptFilter<</CFM/AESV2/Recipients[<00>]>>>>>>"));
        return file(objects, "/Encrypt 5 0 R/ID[<00><00>]");
    }

    private static List<byte[]> page(String box, String more) {
        return List.of(
                bytes(CATALOG),
                bytes(PAGES),
                bytes("<</Type/Page/Parent 2 0 R/MediaBox" + box + more + "/Contents 4 0 R>>"));
    }

    private static byte[] stream(String dictionary, byte[] data) {
        var stream = new ByteArrayOutputStream();
        stream.writeBytes(bytes("<<" + dictionary + "/Length " + data.length + ">>\nstream\n"));
        stream.writeBytes(data);
        stream.writeBytes(bytes("\nendstream"));
        return stream.toByteArray();
    }

    private static byte[] file(List<byte[]> objects) {
        return file(objects, "");
    }

    private static byte[] file(List<byte[]> objects, String trailer) {
        var file = new ByteArrayOutputStream();
        file.writeBytes(bytes("%PDF-1.7\n"));
        int[] offsets = new int[objects.size()];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = file.size();
            file.writeBytes(bytes((i + 1) + " 0 obj\n"));
            file.writeBytes(objects.get(i));
            file.writeBytes(bytes("\nendobj\n"));
        }
        int table = file.size();
        file.writeBytes(bytes("xref\n0 " + (offsets.length + 1) + "\n0000000000 65535 f \n"));
        Arrays.stream(offsets).forEach(at -> file.writeBytes(bytes("%010d 00000 n \n".formatted(at))));
        file.writeBytes(bytes("trailer\n<</Size " + (offsets.length + 1) + "/Root 1 0 R" + trailer + ">>\nstartxref\n"
                + table + "\n%%EOF\n"));
        return file.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
