// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.enrollment;

import aegle.record.MspId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a certificate says about its holder, in the extension that Fabric CA writes and Fabric's contracts read:
 * {@code {"attrs":{"role":"patient"}}}. Says nothing about whether the certificate is to be trusted.
 *
 * @param hospital the hospital that an officer stands for; empty for everybody else
 */
public record CertificateAttributes(NetworkRole role, Optional<MspId> hospital) {
    /** The extension's object identifier. */
    public static final String EXTENSION = "1.2.3.4.5.6.7.8.1";

    private static final String ATTRIBUTES = "attrs";
    private static final String ROLE = "role";
    private static final String HOSPITAL = "hospital";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    public CertificateAttributes {
        if (hospital.isPresent() != (role == NetworkRole.OFFICER)) {
            throw new IllegalArgumentException("an officer stands for a hospital, and nobody else does");
        }
    }

    public CertificateAttributes(NetworkRole role) {
        this(role, Optional.empty());
    }

    /** The attributes of a certificate; empty if it has none that this network knows. */
    public static Optional<CertificateAttributes> of(X509Certificate certificate) {
        byte[] octetString = certificate.getExtensionValue(EXTENSION);
        if (octetString == null) {
            return Optional.empty();
        }
        try {
            return read(JSON.readTree(contentOf(octetString)).path(ATTRIBUTES));
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<CertificateAttributes> read(JsonNode attributes) {
        Optional<MspId> hospital =
                Optional.ofNullable(attributes.path(HOSPITAL).textValue()).map(MspId::new);
        return Optional.ofNullable(attributes.path(ROLE).textValue())
                .flatMap(NetworkRole::ofAttribute)
                .map(role -> new CertificateAttributes(role, hospital));
    }

    private static byte[] contentOf(byte[] octetString) {
        int lengthOctets = octetString[1] < 0 ? octetString[1] & 0x7f : 0;
        return Arrays.copyOfRange(octetString, 2 + lengthOctets, octetString.length);
    }

    /** The extension's content. */
    public byte[] toJson() {
        var content = JSON.createObjectNode();
        var attributes = content.putObject(ATTRIBUTES).put(ROLE, role.attribute());
        hospital.ifPresent(msp -> attributes.put(HOSPITAL, msp.value()));
        try {
            return JSON.writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text is always valid JSON", e);
        }
    }
}
