// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.call.StoreCalls.Header;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A URL that carries its own authorization: AWS Signature Version 4 in the query, payload unsigned ({@code docs/rules.md},
 * "Signed URLs").
 *
 * @param path absolute and as it stands in the request; each of its names is encoded here
 * @param headers what must be sent with it exactly so, besides {@code host}; lower-case names
 */
record PresignedUrl(StoreAccess store, String method, String path, List<Header> headers) {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int DAY_LENGTH = 8;

    /** Returns the URL, good from {@code now} on; the signature counts whole seconds. */
    String at(Instant now, Duration validity) {
        String time = TIME.format(now);
        String day = time.substring(0, DAY_LENGTH);
        String scope = day + "/" + store.region() + "/s3/aws4_request";
        String query = query(time, scope, validity);
        String request = method + "\n" + encodedPath() + "\n" + query + "\n" + canonicalHeaders() + "\n"
                + signedHeaders() + "\nUNSIGNED-PAYLOAD";
        String text = ALGORITHM + "\n" + time + "\n" + scope + "\n"
                + Sha256.of(request.getBytes(StandardCharsets.UTF_8)).hex();
        byte[] signature = store.secret().sign(List.of(day, store.region(), "s3", "aws4_request", text));
        return store.endpoint() + encodedPath() + "?" + query + "&X-Amz-Signature="
                + HexFormat.of().formatHex(signature);
    }

    private String query(String time, String scope, Duration validity) {
        var parameters = new TreeMap<String, String>(Map.of(
                "X-Amz-Algorithm",
                ALGORITHM,
                "X-Amz-Credential",
                store.accessKey() + "/" + scope,
                "X-Amz-Date",
                time,
                "X-Amz-Expires",
                Long.toString(validity.toSeconds()),
                "X-Amz-SignedHeaders",
                signedHeaders()));
        return parameters.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private String canonicalHeaders() {
        return allHeaders().stream()
                .map(header -> header.name() + ":" + header.value().strip() + "\n")
                .collect(Collectors.joining());
    }

    private String signedHeaders() {
        return allHeaders().stream().map(Header::name).collect(Collectors.joining(";"));
    }

    private List<Header> allHeaders() {
        var all = new ArrayList<>(headers);
        all.add(new Header("host", store.host()));
        all.sort(Comparator.comparing(Header::name));
        return all;
    }

    private String encodedPath() {
        return encode(path).replace("%2F", "/");
    }

    /** RFC 3986: everything but letters, digits and {@code -_.~}. */
    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
