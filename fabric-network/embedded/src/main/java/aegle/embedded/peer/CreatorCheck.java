// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXCertPathValidatorResult;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/**
 * Tells whether the creator of a request is who it says: the certificate chains to its organization's root, carries
 * exactly one node role, is inside its validity, not revoked, and its key made the signature (ECDSA P-256, low-S, as Fabric's MSP demands).
 *
 * <p>Chains are remembered for the last certificates; validity and revocation are asked anew at every request.
 */
final class CreatorCheck {

    private static final int REMEMBERED = 1_000;
    private static final int MAXIMUM_IDENTITY_BYTES = 16 * 1024;

    private final TrustedMembership membership;
    private final Clock clock;
    private final Map<ByteString, Creator> known = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteString, Creator> eldest) {
            return size() > REMEMBERED;
        }
    });

    CreatorCheck(TrustedMembership membership, Clock clock) {
        this.membership = membership;
        this.clock = clock;
    }

    /** Recognize a serialized identity that plays one of the roles. */
    Creator check(ByteString serializedIdentity, Set<NodeRole> roles) throws RequestRefusedException {
        Creator creator = known.get(serializedIdentity);
        if (creator == null) {
            creator = recognize(serializedIdentity);
            known.put(serializedIdentity, creator);
        }
        Instant now = clock.instant();
        requireValid(creator.certificate(), now);
        requireValid(creator.root(), now);
        if (membership.revoked().test(creator.certificate())) {
            throw RequestRefusedException.denied("access denied: the creator's certificate is revoked");
        }
        if (!roles.contains(creator.role())) {
            throw RequestRefusedException.denied("access denied: not for the role " + creator.role());
        }
        return creator;
    }

    /** Verify that the creator signed the data. */
    void verify(Creator creator, ByteString data, ByteString signature) throws RequestRefusedException {
        if (!(creator.certificate().getPublicKey() instanceof ECPublicKey key)
                || !isLowS(signature, key.getParams().getOrder())
                || !isSigned(key, data, signature)) {
            throw RequestRefusedException.denied("access denied: the signature is not the creator's");
        }
    }

    private Creator recognize(ByteString serializedIdentity) throws RequestRefusedException {
        if (serializedIdentity.size() > MAXIMUM_IDENTITY_BYTES) {
            throw RequestRefusedException.denied("access denied: the creator is no X.509 identity");
        }
        try {
            SerializedIdentity identity = SerializedIdentity.parseFrom(serializedIdentity);
            List<X509Certificate> roots = membership.roots().get(identity.getMspid());
            if (roots == null) {
                throw RequestRefusedException.denied("access denied: MSP " + identity.getMspid() + " is unknown");
            }
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(identity.getIdBytes().newInput());
            if (certificate.getBasicConstraints() >= 0 || !hasP256Key(certificate)) {
                throw RequestRefusedException.denied("access denied: the certificate is no member's");
            }
            return new Creator(identity.getMspid(), certificate, root(certificate, roots), role(certificate));
        } catch (InvalidProtocolBufferException | CertificateException e) {
            throw RequestRefusedException.denied("access denied: the creator is no X.509 identity");
        }
    }

    @SuppressWarnings("JavaUtilDate") // PKIXParameters and X509Certificate know no other time
    private X509Certificate root(X509Certificate certificate, List<X509Certificate> roots)
            throws RequestRefusedException {
        try {
            var anchors =
                    roots.stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toUnmodifiableSet());
            var parameters = new PKIXParameters(anchors);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(clock.instant()));
            var path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate));
            var result = (PKIXCertPathValidatorResult)
                    CertPathValidator.getInstance("PKIX").validate(path, parameters);
            return result.getTrustAnchor().getTrustedCert();
        } catch (GeneralSecurityException e) {
            throw RequestRefusedException.denied(
                    "access denied: the creator's certificate is expired or not of its MSP");
        }
    }

    private static NodeRole role(X509Certificate certificate)
            throws CertificateEncodingException, RequestRefusedException {
        List<NodeRole> roles = Arrays.stream(
                        new JcaX509CertificateHolder(certificate).getSubject().getRDNs(BCStyle.OU))
                .map(RDN::getTypesAndValues)
                .flatMap(Arrays::stream)
                .filter(attribute -> BCStyle.OU.equals(attribute.getType()))
                .map(AttributeTypeAndValue::getValue)
                .map(IETFUtils::valueToString)
                .flatMap(unit -> NodeRole.named(unit).stream())
                .toList();
        if (roles.size() != 1) {
            throw RequestRefusedException.denied("access denied: the certificate must name exactly one node role");
        }
        return roles.getFirst();
    }

    private static boolean hasP256Key(X509Certificate certificate) {
        return certificate.getPublicKey() instanceof ECPublicKey key
                && key.getParams().getOrder().bitLength() == 256;
    }

    @SuppressWarnings("JavaUtilDate") // X509Certificate knows no other time
    private static void requireValid(X509Certificate certificate, Instant now) throws RequestRefusedException {
        if (now.isBefore(certificate.getNotBefore().toInstant())
                || now.isAfter(certificate.getNotAfter().toInstant())) {
            throw RequestRefusedException.denied("access denied: the certificate is expired or not yet valid");
        }
    }

    private static boolean isLowS(ByteString signature, BigInteger order) {
        try {
            ASN1Sequence pair = ASN1Sequence.getInstance(signature.toByteArray());
            return pair.size() == 2
                    && ASN1Integer.getInstance(pair.getObjectAt(1)).getValue().compareTo(order.shiftRight(1)) <= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isSigned(ECPublicKey key, ByteString data, ByteString signature) {
        try {
            Signature verification = Signature.getInstance("SHA256withECDSA");
            verification.initVerify(key);
            verification.update(data.asReadOnlyByteBuffer());
            return verification.verify(signature.toByteArray());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
