// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A programming mistake or an exhausted machine, as opposed to a typed failure of a use case.
 *
 * @param id eight characters to quote, the same for the same mistake at the same place; the log has them too
 * @param what the work that it ended, in the words given to {@link BackgroundTasks}
 * @param cause the failure; never shown in a window
 */
public record UnexpectedFailure(String id, String what, Throwable cause) {
    private static final int FRAMES = 6;
    private static final int CAUSES = 10;

    /** Name a failure: the id is computed from the types and places of the failure, so it reveals no data. */
    public static UnexpectedFailure of(String what, Throwable cause) {
        return new UnexpectedFailure(idOf(cause), what, cause);
    }

    /** Tells whether this computer's own disk failed: what fails elsewhere is a {@code SharingException}, and expected. */
    boolean isOfDisk() {
        Throwable each = cause;
        for (int depth = 0; each != null && depth < CAUSES; depth++, each = each.getCause()) {
            if (each instanceof UncheckedIOException
                    || each instanceof FileSystemException
                    || each instanceof SQLException) {
                return true;
            }
        }
        return false;
    }

    private static String idOf(Throwable cause) {
        StringBuilder places = new StringBuilder();
        for (Throwable each = cause; each != null && places.length() < 4096; each = each.getCause()) {
            places.append(each.getClass().getName());
            StackTraceElement[] frames = each.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                places.append('\n').append(frames[i].getClassName()).append(frames[i].getMethodName());
                places.append(frames[i].getLineNumber());
            }
        }
        byte[] digest = sha256().digest(places.toString().getBytes(StandardCharsets.UTF_8));
        String hex = HexFormat.of().formatHex(digest, 0, 4).toUpperCase(Locale.ROOT);
        return hex.substring(0, 4) + "-" + hex.substring(4);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
