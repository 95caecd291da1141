// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/** Images as PNG files (W3C PNG, 8-bit RGBA, no filter), without AWT, which the runtime image does not load. */
public final class PngImage {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private PngImage() {}

    /** Encode an image. */
    public static byte[] encode(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] row = new int[width];
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(pixels)) {
            ByteBuffer line = ByteBuffer.allocate(1 + 4 * width);
            for (int y = 0; y < height; y++) {
                image.getPixelReader().getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
                line.clear().put((byte) 0);
                for (int argb : row) {
                    line.putInt(Integer.rotateLeft(argb, 8));
                }
                deflated.write(line.array());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        png.writeBytes(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        chunk(png, "IHDR", header.put(new byte[] {8, 6, 0, 0, 0}).array());
        chunk(png, "IDAT", pixels.toByteArray());
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    /** Take a picture of a scene into a file, making its folder; on the JavaFX thread. */
    public static void snapshot(Scene scene, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(file, encode(scene.snapshot(null)));
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        ByteBuffer chunk = ByteBuffer.allocate(12 + data.length).putInt(data.length);
        png.writeBytes(chunk.put(name).put(data).putInt((int) crc.getValue()).array());
    }
}
