// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.record.call.StoreCalls.Header;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PresignedUrlTest {
    /**
     * The key pair of Amazon S3's API reference, "Authenticating Requests: Using Query Parameters (AWS Signature Version 4)",
     * whose example the first test repeats. It is published there as an example and opens nothing.
     */
    private static final String EXAMPLE_SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    private static final Instant EXAMPLE_TIME = Instant.parse("2013-05-24T00:00:00Z");
    private final StoreAccess store = new StoreAccess(
            "example",
            "https://examplebucket.s3.amazonaws.com",
            "us-east-1",
            "examplebucket",
            "AKIAIOSFODNN7EXAMPLE",
            StoreSecret.of(EXAMPLE_SECRET.toCharArray()));

    @Test
    void amazons_documented_example_is_signed_as_documented() {
        String url = new PresignedUrl(store, "GET", "/test.txt", List.of()).at(EXAMPLE_TIME, Duration.ofDays(1));

        assertEquals(
                "https://examplebucket.s3.amazonaws.com/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256"
                        + "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
                        + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
                        + "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404",
                url);
    }

    @Test
    void names_are_encoded_by_rfc_3986() {
        String url = new PresignedUrl(store, "GET", "/a b/c+d*~é", List.of()).at(EXAMPLE_TIME, Duration.ofDays(1));

        assertTrue(url.startsWith("https://examplebucket.s3.amazonaws.com/a%20b/c%2Bd%2A~%C3%A9?"));
    }

    @Test
    void method_path_header_time_and_secret_all_count() {
        String signed = url("PUT", "/b/k", "1");

        assertNotEquals(signature(signed), signature(url("GET", "/b/k", "1")));
        assertNotEquals(signature(signed), signature(url("PUT", "/b/l", "1")));
        assertNotEquals(signature(signed), signature(url("PUT", "/b/k", "2")));
        store.secret().close();
        assertNotEquals(signature(signed), signature(url("PUT", "/b/k", "1")));
    }

    private String url(String method, String path, String length) {
        return new PresignedUrl(store, method, path, List.of(new Header("content-length", length)))
                .at(EXAMPLE_TIME, Duration.ofMinutes(1));
    }

    private static String signature(String url) {
        return url.substring(url.lastIndexOf('='));
    }
}
