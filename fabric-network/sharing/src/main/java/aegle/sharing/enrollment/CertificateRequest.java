// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.enrollment;

import aegle.crypto.identity.DerSignature;
import aegle.crypto.identity.SigningKeyPair;
import aegle.record.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/**
 * A request for a certificate (PKCS#10, RFC 2986, DER). It carries the public key and proves that the sender holds the private
 * one, which never leaves its owner. Those that we write name nobody: the membership service chooses the name.
 */
public record CertificateRequest(Bytes der) {
    public static final int MAX_LENGTH = 4096;

    private static final byte[] VERSION_1 = HexFormat.of().parseHex("020100");
    private static final byte[] NO_NAME = HexFormat.of().parseHex("3000");
    private static final byte[] NO_ATTRIBUTES = HexFormat.of().parseHex("a000");
    private static final byte[] ECDSA_WITH_SHA256 = HexFormat.of().parseHex("300a06082a8648ce3d040302");
    private static final int BIT_STRING = 0x03;
    private static final int SEQUENCE = 0x30;
    private static final int SHORT_FORM = 0x80;

    public CertificateRequest {
        if (der.length() == 0 || der.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a certificate request has 1 to " + MAX_LENGTH + " bytes");
        }
    }

    public static CertificateRequest of(SigningKeyPair key) {
        byte[] content = element(SEQUENCE, VERSION_1, NO_NAME, key.publicKey(), NO_ATTRIBUTES);
        byte[] signature = element(BIT_STRING, new byte[1], DerSignature.sign(key, content));
        return new CertificateRequest(Bytes.of(element(SEQUENCE, content, ECDSA_WITH_SHA256, signature)));
    }

    private static byte[] element(int tag, byte[]... contents) {
        var content = new ByteArrayOutputStream();
        for (byte[] part : contents) {
            content.writeBytes(part);
        }
        var out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.size() >= SHORT_FORM) {
            out.write(SHORT_FORM + 1);
        }
        out.write(content.size());
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }
}
