// SPDX-License-Identifier: Apache-2.0

package aegle.client.store;

import io.minio.errors.ErrorResponseException;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * How a store failed, told without what it was asked.
 *
 * <p>Whoever has a signed URL has the object for a minute, and minio-java's exceptions quote URL and answer; so they are told in our
 * own words and are not kept as the cause. Type and place of the failure stay.
 */
final class StoreFailure extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int CAUSES = 5;
    private static final int LONGEST = 200;

    /** A query, wherever it stands, and what S3 names its signatures with, wherever that stands. */
    private static final Pattern SIGNED = Pattern.compile("\\?\\S*|(?i:x-amz-|signature|credential)\\S*");

    private StoreFailure(String message) {
        super(message);
    }

    static StoreFailure of(Throwable cause) {
        var told = new StringBuilder();
        Throwable each = cause;
        for (int depth = 0; each != null && depth < CAUSES; depth++, each = each.getCause()) {
            told.append(told.isEmpty() ? "" : ", because of ").append(tell(each));
        }
        var failure = new StoreFailure(told.toString());
        failure.setStackTrace(cause.getStackTrace());
        return failure;
    }

    private static String tell(Throwable failure) {
        String type = failure.getClass().getSimpleName();
        if (failure instanceof ErrorResponseException refused) {
            return type + " " + refused.response().code() + " "
                    + unsigned(refused.errorResponse().code());
        }
        return failure.getMessage() == null ? type : type + ": " + unsigned(failure.getMessage());
    }

    private static String unsigned(String text) {
        String rest = SIGNED.matcher(text).replaceAll("[left out]");
        return rest.substring(0, Math.min(LONGEST, rest.length()));
    }
}
