// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/** A QR code (ISO/IEC 18004, level M), black on white in both themes because cameras expect that. */
public final class QrCode extends StackPane {
    private static final int QUIET_ZONE = 4;

    /**
     * Draw a code.
     *
     * @param text at most about 2300 characters
     * @param name what the code is for, for screen readers; never the text itself
     * @param sidePixels the least length of a side
     * @throws IllegalArgumentException if the text is too long
     */
    public QrCode(String text, String name, double sidePixels) {
        BitMatrix modules = modules(text);
        int scale = (int) Math.max(1, Math.ceil(sidePixels / modules.getWidth()));
        ImageView view = new ImageView(drawn(modules, scale));
        view.setSmooth(false);
        getStyleClass().add("qr-code");
        getChildren().add(view);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(name);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    private static BitMatrix modules(String text) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8",
                                    EncodeHintType.MARGIN,
                                    QUIET_ZONE));
        } catch (WriterException e) {
            throw new IllegalArgumentException("a text of " + text.length() + " characters is no QR code", e);
        }
    }

    private static WritableImage drawn(BitMatrix modules, int scale) {
        WritableImage image = new WritableImage(modules.getWidth() * scale, modules.getHeight() * scale);
        PixelWriter pixels = image.getPixelWriter();
        for (int y = 0; y < modules.getHeight() * scale; y++) {
            for (int x = 0; x < modules.getWidth() * scale; x++) {
                pixels.setColor(x, y, modules.get(x / scale, y / scale) ? Color.BLACK : Color.WHITE);
            }
        }
        return image;
    }
}
