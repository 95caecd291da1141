// SPDX-License-Identifier: Apache-2.0

package aegle.embedded.s3;

import aegle.record.call.StoreCalls;
import aegle.record.call.StoreCalls.Header;
import aegle.record.call.StoreCalls.StoreUrl;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.StoredObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs URLs as the contract does ({@code contract/docs/rules.md}), written once more for the tests. */
final class HandSigner {
    private static final String REGION = "eu-central-1";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final HexFormat HEX = HexFormat.of();

    private final String storeId;
    private final String endpoint;
    private final String bucket;
    private final StoreKeyPair keys;

    HandSigner(String storeId, EmbeddedStore store, StoreKeyPair keys) {
        this.storeId = storeId;
        this.endpoint = store.endpoint();
        this.bucket = store.bucket();
        this.keys = keys;
    }

    StoreUrl put(StoredObject object) {
        return sign(
                "PUT",
                object.key(),
                Instant.now(),
                List.of(
                        new Header("content-length", Long.toString(object.length())),
                        new Header("if-none-match", "*"),
                        StoreCalls.checksum(object.digest())));
    }

    StoreUrl get(ObjectKey object) {
        return sign("GET", object, Instant.now(), List.of());
    }

    StoreUrl head(ObjectKey object) {
        return sign("HEAD", object, Instant.now(), List.of());
    }

    StoreUrl sign(String method, ObjectKey object, Instant from, List<Header> headers) {
        var signed = new TreeMap<String, String>();
        headers.forEach(header -> signed.put(header.name(), header.value()));
        signed.put("host", endpoint.substring("http://".length()));
        String time = TIME.format(from);
        String scope = time.substring(0, 8) + "/" + REGION + "/s3/aws4_request";
        String path = "/" + bucket + "/" + object.path();
        String query = query(time, scope, String.join(";", signed.keySet()));
        String request = String.join(
                "\n",
                method,
                path,
                query,
                signed.entrySet().stream()
                        .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                        .collect(Collectors.joining()),
                String.join(";", signed.keySet()),
                "UNSIGNED-PAYLOAD");
        String text = String.join("\n", "AWS4-HMAC-SHA256", time, scope, HEX.formatHex(sha256(request)));
        byte[] key = ("AWS4" + keys.revealSecretKey()).getBytes(StandardCharsets.UTF_8);
        for (String part : List.of(time.substring(0, 8), REGION, "s3", "aws4_request", text)) {
            key = hmac(key, part);
        }
        return new StoreUrl(
                storeId, method, endpoint + path + "?" + query + "&X-Amz-Signature=" + HEX.formatHex(key), headers);
    }

    private String query(String time, String scope, String signedHeaders) {
        var parameters = new TreeMap<>(Map.of(
                "X-Amz-Algorithm",
                "AWS4-HMAC-SHA256",
                "X-Amz-Credential",
                keys.accessKey() + "/" + scope,
                "X-Amz-Date",
                time,
                "X-Amz-Expires",
                "60",
                "X-Amz-SignedHeaders",
                signedHeaders));
        return parameters.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
