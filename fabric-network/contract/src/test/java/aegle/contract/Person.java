// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.Bytes;
import aegle.record.KeyDigest;
import aegle.record.SigningPublicKey;
import aegle.record.command.TaggedSignature;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** Somebody with a key and a certificate. Her certificate is signed by herself: chains are the peer's business. */
record Person(KeyPair keys, Bytes certificate) {
    private static final ASN1ObjectIdentifier ATTRIBUTES = new ASN1ObjectIdentifier("1.2.3.4.5.6.7.8.1");
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    private static final int COORDINATE = 32;

    static Person with(String role) {
        return certify(newKeys(), "{\"attrs\":{\"role\":\"" + role + "\"}}");
    }

    static Person clinician() {
        return with("clinician");
    }

    static Person officer() {
        return with("officer");
    }

    static Person patient() {
        return with("patient");
    }

    /** The same key in a certificate without any attribute. */
    Person withoutRole() {
        return certify(keys, "{\"attrs\":{}}");
    }

    /** The same key in another certificate. */
    Person renewed() {
        return certify(keys, "{\"attrs\":{\"role\":\"clinician\"}}");
    }

    SigningPublicKey key() {
        return SigningPublicKey.of(keys.getPublic());
    }

    KeyDigest digest() {
        return key().digest();
    }

    byte[] creator() {
        String pem = "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(certificate.toByteArray())
                + "\n-----END CERTIFICATE-----\n";
        return SerializedIdentity.newBuilder()
                .setMspid("MembershipMSP")
                .setIdBytes(ByteString.copyFrom(pem, StandardCharsets.US_ASCII))
                .build()
                .toByteArray();
    }

    TaggedSignature sign(byte... message) {
        try {
            var engine = Signature.getInstance("SHA256withECDSAinP1363Format");
            engine.initSign(keys.getPrivate());
            engine.update(message);
            return new TaggedSignature(lowS(engine.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Bytes lowS(byte... signature) {
        var s = new BigInteger(1, Arrays.copyOfRange(signature, COORDINATE, 2 * COORDINATE));
        BigInteger low = s.compareTo(ORDER.shiftRight(1)) > 0 ? ORDER.subtract(s) : s;
        byte[] tagged = new byte[1 + 2 * COORDINATE];
        tagged[0] = TaggedSignature.ECDSA_P256;
        System.arraycopy(signature, 0, tagged, 1, COORDINATE);
        byte[] bytes = low.toByteArray();
        int length = Math.min(bytes.length, COORDINATE);
        System.arraycopy(bytes, bytes.length - length, tagged, tagged.length - length, length);
        return Bytes.of(tagged);
    }

    private static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Person certify(KeyPair keys, String attributes) {
        try {
            var name = new X500Name("CN=invented");
            var certificate = new JcaX509v3CertificateBuilder(
                            name,
                            BigInteger.valueOf(System.nanoTime()),
                            Date.from(Instant.parse("2026-01-01T00:00:00Z")),
                            Date.from(Instant.parse("2036-01-01T00:00:00Z")),
                            name,
                            keys.getPublic())
                    .addExtension(ATTRIBUTES, false, attributes.getBytes(StandardCharsets.UTF_8))
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()));
            return new Person(keys, Bytes.of(certificate.getEncoded()));
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
