// SPDX-License-Identifier: Apache-2.0

package aegle.membership.ca;

import aegle.membership.CertificateAuthorityException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/** What a Fabric CA server answered: a result, or a refusal with a code; it may hold a secret. */
final class FabricCaAnswer {
    static final int CERTIFICATE_ALREADY_REVOKED = 66;
    static final int NAME_ALREADY_REGISTERED = 74;

    private static final int SHOWN = 300;

    private final int status;
    private final JsonNode content;

    FabricCaAnswer(int status, JsonNode content) {
        this.status = status;
        this.content = content;
    }

    /** Tells whether the server did not believe who was asking. */
    boolean isUnauthorized() {
        return status == HttpURLConnection.HTTP_UNAUTHORIZED;
    }

    /** Tells whether the server itself failed. */
    boolean isServerFailure() {
        return status >= HttpURLConnection.HTTP_INTERNAL_ERROR;
    }

    boolean isRefusedWith(int code) {
        return !isSuccess() && content.path("errors").path(0).path("code").asInt() == code;
    }

    private boolean isSuccess() {
        return status / 100 == 2 && content.path("success").asBoolean();
    }

    /**
     * The result.
     *
     * @param attempt what was asked, such as "register a name"
     * @throws CertificateAuthorityException if the server refused
     */
    JsonNode result(String attempt) throws CertificateAuthorityException {
        if (isSuccess()) {
            return content.path("result");
        }
        JsonNode error = content.path("errors").path(0);
        String reason = error.path("message").asText("no reason given");
        throw new CertificateAuthorityException(
                "the Fabric CA refused to " + attempt + ": " + reason.substring(0, Math.min(SHOWN, reason.length())),
                new IOException(
                        "status " + status + ", code " + error.path("code").asText("unknown")));
    }

    /** The one certificate in a field of the result. */
    X509Certificate certificate(String field, String attempt) throws CertificateAuthorityException {
        byte[] pem = decoded(field, attempt);
        try {
            var found = List.copyOf(
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)));
            if (found.size() == 1 && found.getFirst() instanceof X509Certificate certificate) {
                return certificate;
            }
            throw new GeneralSecurityException(found.size() + " certificates");
        } catch (GeneralSecurityException e) {
            throw new CertificateAuthorityException(
                    "the Fabric CA was asked to " + attempt + " and answered without exactly one certificate", e);
        }
    }

    X509CRL revocationList(String field, String attempt) throws CertificateAuthorityException {
        byte[] pem = decoded(field, attempt);
        try {
            return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(pem));
        } catch (GeneralSecurityException e) {
            throw new CertificateAuthorityException(
                    "the Fabric CA was asked to " + attempt + " and answered something else", e);
        }
    }

    private byte[] decoded(String field, String attempt) throws CertificateAuthorityException {
        String text = result(attempt).path(field).asText();
        try {
            return Base64.getMimeDecoder().decode(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new CertificateAuthorityException(
                    "the Fabric CA was asked to " + attempt + " and answered no text of base64", e);
        }
    }

    @Override
    public String toString() {
        return "FabricCaAnswer[status=" + status + "]";
    }
}
