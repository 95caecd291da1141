// SPDX-License-Identifier: Apache-2.0

package aegle.membership.ca;

import aegle.crypto.identity.SigningKeyPair;
import aegle.membership.CertificateOrder;
import aegle.membership.ProvenRequest;
import aegle.record.Bytes;
import aegle.record.MspId;
import aegle.sharing.enrollment.CertificateAttributes;
import aegle.sharing.enrollment.CertificateRequest;
import aegle.sharing.enrollment.NetworkRole;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;

/** Certificate requests and orders of invented people. */
final class Requests {
    static final SecureRandom RANDOM = new SecureRandom();
    static final MspId HOSPITAL = new MspId("Hospital1MSP");

    private Requests() {}

    static String name() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static SigningKeyPair key() {
        return SigningKeyPair.generate(RANDOM);
    }

    static CertificateOrder patient(String name, SigningKeyPair key) throws Exception {
        return patient(name, proven("CN=" + name, key));
    }

    static CertificateOrder patient(String name, ProvenRequest request) {
        return new CertificateOrder(name, new CertificateAttributes(NetworkRole.PATIENT), request);
    }

    static CertificateOrder officer(String name, SigningKeyPair key) throws Exception {
        var attributes = new CertificateAttributes(NetworkRole.OFFICER, Optional.of(HOSPITAL));
        return new CertificateOrder(name, attributes, proven("CN=" + name, key));
    }

    static ProvenRequest proven(String subject, SigningKeyPair key) throws Exception {
        return proven(builder(subject, key), key);
    }

    /** Asks for another name beside the subject and for a use that is nobody's but an authority's. */
    static ProvenRequest demanding(String subject, SigningKeyPair key) throws Exception {
        var extensions = new ExtensionsGenerator();
        extensions.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.rfc822Name, "jane@hospital.example")));
        extensions.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        var builder = builder(subject, key)
                .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions.generate());
        return proven(builder, key);
    }

    private static PKCS10CertificationRequestBuilder builder(String subject, SigningKeyPair key) {
        return new PKCS10CertificationRequestBuilder(
                new X500Name(subject), SubjectPublicKeyInfo.getInstance(key.publicKey()));
    }

    private static ProvenRequest proven(PKCS10CertificationRequestBuilder builder, SigningKeyPair key)
            throws Exception {
        byte[] request = builder.build(new LowSignature(key)).getEncoded();
        return ProvenRequest.of(new CertificateRequest(Bytes.of(request)));
    }
}
