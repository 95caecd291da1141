// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import com.google.protobuf.ByteString;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.Endorsement;

/**
 * The peer's own signature: made under every endorsement, demanded from every transaction, so that nobody but this peer can
 * write a write set. The key is made on the first start and lies, unencrypted, in the data directory.
 */
final class EndorsingKey {

    private static final String ALGORITHM = "SHA256withECDSA";
    private static final int SERIAL_BITS = 159;
    private static final Duration LIFETIME = Duration.ofDays(30 * 365L);

    private final PrivateKey key;
    private final X509Certificate certificate;
    private final ByteString identity;

    private EndorsingKey(String mspId, PrivateKey key, X509Certificate certificate) throws GeneralSecurityException {
        this.key = key;
        this.certificate = certificate;
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        this.identity = SerializedIdentity.newBuilder()
                .setMspid(mspId)
                .setIdBytes(ByteString.copyFromUtf8(pem))
                .build()
                .toByteString();
    }

    /** Open the key that the database keeps, or make one. */
    static EndorsingKey open(LedgerDatabase database, String mspId, SecureRandom random, Instant now) {
        return database.write(connection -> {
            try {
                Optional<EndorsingKey> kept = kept(connection, mspId);
                return kept.isPresent() ? kept.get() : make(connection, mspId, random, now);
            } catch (GeneralSecurityException | OperatorCreationException e) {
                throw new LedgerStorageException("the endorsing key cannot be opened", e);
            }
        });
    }

    /** Endorse a proposal response. */
    Endorsement endorse(ByteString proposalResponsePayload) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(proposalResponsePayload.concat(identity).asReadOnlyByteBuffer());
            return Endorsement.newBuilder()
                    .setEndorser(identity)
                    .setSignature(ByteString.copyFrom(signature.sign()))
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the endorsing key cannot sign", e);
        }
    }

    /** Tell whether this peer made the endorsement of the proposal response. */
    boolean endorsed(ByteString proposalResponsePayload, Endorsement endorsement) {
        if (!identity.equals(endorsement.getEndorser())) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(certificate);
            signature.update(proposalResponsePayload.concat(identity).asReadOnlyByteBuffer());
            return signature.verify(endorsement.getSignature().toByteArray());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Optional<EndorsingKey> kept(LedgerConnection connection, String mspId)
            throws SQLException, GeneralSecurityException {
        PreparedStatement query = connection.statement("SELECT certificate, key FROM endorser");
        try (ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            var certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(row.getBytes(1)));
            PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(row.getBytes(2)));
            return Optional.of(new EndorsingKey(mspId, key, certificate));
        }
    }

    @SuppressWarnings("JavaUtilDate") // the certificate builder knows no other time
    private static EndorsingKey make(LedgerConnection connection, String mspId, SecureRandom random, Instant now)
            throws SQLException, GeneralSecurityException, OperatorCreationException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        KeyPair pair = generator.generateKeyPair();
        X500Name name = new X500Name("CN=development peer,OU=peer");
        var signer = new JcaContentSignerBuilder(ALGORITHM).build(pair.getPrivate());
        var builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(SERIAL_BITS, random),
                Date.from(now),
                Date.from(now.plus(LIFETIME)),
                name,
                pair.getPublic());
        X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        PreparedStatement insert = connection.statement("INSERT INTO endorser VALUES (?, ?)");
        insert.setBytes(1, certificate.getEncoded());
        insert.setBytes(2, pair.getPrivate().getEncoded());
        insert.executeUpdate();
        return new EndorsingKey(mspId, pair.getPrivate(), certificate);
    }
}
