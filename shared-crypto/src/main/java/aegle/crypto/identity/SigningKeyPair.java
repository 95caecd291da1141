// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.identity;

import aegle.crypto.Digest;
import aegle.crypto.secret.SecretBytes;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/**
 * A person's key pair to sign with [SKS/PKS]: ECDSA on P-256 with SHA-256.
 *
 * <p>Signatures are tagged and low-S. Closing wipes the scalar; {@link #privateKey()} of the JDK cannot be wiped, so do
 * not keep it longer than this pair.
 */
public final class SigningKeyPair implements AutoCloseable {
    public static final int SCALAR_LENGTH = 32;
    /** One tag byte, {@code 0x01}, then r and s of 32 bytes each. */
    public static final int SIGNATURE_LENGTH = 65;

    private static final String CURVE = "secp256r1";
    private static final byte ECDSA_P256_SHA256 = 0x01;

    private final SecretBytes scalar;
    private final PublicKey publicKey;

    private SigningKeyPair(SecretBytes scalar, PublicKey publicKey) {
        this.scalar = scalar;
        this.publicKey = publicKey;
    }

    public static SigningKeyPair generate(SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE), random);
            var privateKey = (ECPrivateKey) generator.generateKeyPair().getPrivate();
            byte[] scalar = BigIntegers.asUnsignedByteArray(SCALAR_LENGTH, privateKey.getS());
            try {
                return ofScalar(scalar);
            } finally {
                Arrays.fill(scalar, (byte) 0);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks P-256", e);
        }
    }

    /** Restores a pair from the 32 bytes that {@link #revealScalar()} gave; copies them. */
    public static SigningKeyPair ofScalar(byte[] scalar) {
        var secret = SecretBytes.copyOf(scalar, SCALAR_LENGTH, "SigningKeyPair");
        var d = new BigInteger(1, scalar);
        var curve = CustomNamedCurves.getByName(CURVE);
        if (d.signum() == 0 || d.compareTo(curve.getN()) >= 0) {
            throw new IllegalArgumentException("a P-256 scalar lies between 1 and n - 1");
        }
        var point = new FixedPointCombMultiplier().multiply(curve.getG(), d).normalize();
        try {
            var w = new ECPoint(
                    point.getAffineXCoord().toBigInteger(),
                    point.getAffineYCoord().toBigInteger());
            var publicKey = KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(w, parameters()));
            return new SigningKeyPair(secret, publicKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks P-256", e);
        }
    }

    /** Returns PKS as SubjectPublicKeyInfo, DER, named curve, uncompressed point: 91 bytes. */
    public byte[] publicKey() {
        return publicKey.getEncoded();
    }

    /** Returns PKS for the JDK and for certificate requests. */
    public PublicKey jdkPublicKey() {
        return publicKey;
    }

    /** Returns SKS for signers that need a JDK key (Fabric, certificate requests). It cannot be wiped. */
    public PrivateKey privateKey() {
        byte[] d = scalar.reveal();
        try {
            return KeyFactory.getInstance("EC")
                    .generatePrivate(new ECPrivateKeySpec(new BigInteger(1, d), parameters()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks P-256", e);
        } finally {
            Arrays.fill(d, (byte) 0);
        }
    }

    /** Returns the private scalar for the vault; the caller wipes it. */
    public byte[] revealScalar() {
        return scalar.reveal();
    }

    /**
     * Sign {@code message}: {@code 0x01} ‖ r ‖ s, low-S, 65 bytes. Deterministic (RFC 6979), so that a statement made again is the
     * same statement, byte by byte.
     */
    public byte[] sign(byte[] message) {
        var curve = CustomNamedCurves.getByName(CURVE);
        byte[] d = scalar.reveal();
        try {
            var signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
            signer.init(true, new ECPrivateKeyParameters(new BigInteger(1, d), new ECDomainParameters(curve)));
            BigInteger[] rs = signer.generateSignature(Digest.sha256Of(message).bytes());
            return tagged(rs[0], rs[1], curve.getN());
        } finally {
            Arrays.fill(d, (byte) 0);
        }
    }

    private static byte[] tagged(BigInteger r, BigInteger s, BigInteger n) {
        var low = s.compareTo(n.shiftRight(1)) > 0 ? n.subtract(s) : s;
        var signature = new byte[SIGNATURE_LENGTH];
        signature[0] = ECDSA_P256_SHA256;
        System.arraycopy(BigIntegers.asUnsignedByteArray(32, r), 0, signature, 1, 32);
        System.arraycopy(BigIntegers.asUnsignedByteArray(32, low), 0, signature, 33, 32);
        return signature;
    }

    private static ECParameterSpec parameters() throws GeneralSecurityException {
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(CURVE));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    @Override
    public void close() {
        scalar.close();
    }

    @Override
    public String toString() {
        return "SigningKeyPair[secret]";
    }
}
