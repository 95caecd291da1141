// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aegle.desktop.testkit.ShownWindow;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;

class PngImageTest {
    @Test
    void an_encoded_image_is_read_back_pixel_by_pixel() {
        int[] pixels = {0xFF102030, 0x80FFFFFF, 0x00000000, 0xFFFF0000, 0xFF00FF00, 0xFF0000FF};
        WritableImage image = new WritableImage(3, 2);
        image.getPixelWriter().setPixels(0, 0, 3, 2, PixelFormat.getIntArgbInstance(), pixels, 0, 3);

        Image read = ShownWindow.onFx(() -> new Image(new ByteArrayInputStream(PngImage.encode(image))));

        for (int i = 0; i < pixels.length; i++) {
            assertEquals(
                    Integer.toHexString(pixels[i]),
                    Integer.toHexString(read.getPixelReader().getArgb(i % 3, i / 3)),
                    "pixel " + i);
        }
    }

    @Test
    void a_qr_code_in_a_dark_window_can_be_read_by_a_camera() throws Exception {
        String text = "aegle:wallet/7Q2M-91XK/ünïcode";
        int side = 200;
        Image shown = ShownWindow.onFx(() -> {
            QrCode code = new QrCode(text, "A code", side);
            new javafx.scene.Scene(code, javafx.scene.paint.Color.BLACK);
            code.layout();
            return code.snapshot(null, null);
        });
        int width = (int) shown.getWidth();
        int height = (int) shown.getHeight();
        int[] pixels = new int[width * height];
        shown.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);

        String read = new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
                .getText();

        assertEquals(text, read);
    }
}
