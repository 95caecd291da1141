// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.enrollment;

import aegle.crypto.identity.DerSignature;
import aegle.crypto.identity.SigningKeyPair;
import aegle.record.Bytes;
import aegle.record.SigningPublicKey;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A request for a certificate (PKCS#10, RFC 2986, DER). It carries the public key and proves that the sender holds the private
 * one, which never leaves its owner.
 *
 * <p>It asks for a name (CN) and for nothing else, since Fabric CA issues only to the name in the request. A member's is her number;
 * everybody else's is made from her key, so it says no more about her than the key does, and a renewed certificate has the same.
 */
public record CertificateRequest(Bytes der) {
    public static final int MAX_LENGTH = 4096;

    private static final byte[] VERSION_1 = HexFormat.of().parseHex("020100");
    private static final byte[] COMMON_NAME = HexFormat.of().parseHex("0603550403");
    private static final byte[] NO_ATTRIBUTES = HexFormat.of().parseHex("a000");
    private static final byte[] ECDSA_WITH_SHA256 = HexFormat.of().parseHex("300a06082a8648ce3d040302");
    private static final int BIT_STRING = 0x03;
    private static final int UTF8_STRING = 0x0c;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int SHORT_FORM = 0x80;
    private static final int NAME_DIGITS = 32;
    private static final int MAX_NAME = 64;

    public CertificateRequest {
        if (der.length() == 0 || der.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a certificate request has 1 to " + MAX_LENGTH + " bytes");
        }
    }

    /** The name of a certificate whose holder has no number: the first 32 hex digits of SHA-256(SubjectPublicKeyInfo). */
    public static String nameOf(SigningPublicKey key) {
        return key.digest().hex().substring(0, NAME_DIGITS);
    }

    /** A request for a certificate under the name that is made from the key. */
    public static CertificateRequest of(SigningKeyPair key) {
        return of(key, nameOf(SigningPublicKey.of(key.publicKey())));
    }

    /** A request for a certificate under a name of 1 to 64 characters. */
    public static CertificateRequest of(SigningKeyPair key, String name) {
        if (name.isBlank() || name.length() > MAX_NAME) {
            throw new IllegalArgumentException("a certificate's name has 1 to " + MAX_NAME + " characters");
        }
        byte[] content = element(SEQUENCE, VERSION_1, subject(name), key.publicKey(), NO_ATTRIBUTES);
        byte[] signature = element(BIT_STRING, new byte[1], DerSignature.sign(key, content));
        return new CertificateRequest(Bytes.of(element(SEQUENCE, content, ECDSA_WITH_SHA256, signature)));
    }

    private static byte[] subject(String name) {
        byte[] text = element(UTF8_STRING, name.getBytes(StandardCharsets.UTF_8));
        return element(SEQUENCE, element(SET, element(SEQUENCE, COMMON_NAME, text)));
    }

    private static byte[] element(int tag, byte[]... contents) {
        var content = new ByteArrayOutputStream();
        for (byte[] part : contents) {
            content.writeBytes(part);
        }
        var out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.size() > 0xff) {
            out.write(SHORT_FORM + 2);
            out.write(content.size() >> 8);
        } else if (content.size() >= SHORT_FORM) {
            out.write(SHORT_FORM + 1);
        }
        out.write(content.size());
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }
}
