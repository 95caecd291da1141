// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.request;

import aegle.record.EncryptionPublicKey;
import aegle.record.NetworkId;
import aegle.record.PatientPseudonym;
import aegle.record.SigningPublicKey;
import aegle.record.codec.LedgerCodec;
import aegle.record.codec.LedgerFormatException;
import aegle.record.command.SignedStatement;
import aegle.record.command.TaggedSignature;
import aegle.sharing.key.OwnedRecord;
import java.util.Base64;
import java.util.Optional;

/**
 * What a patient hands over at the desk, as text or QR: the name of her record and the key to seal a request to. It opens nothing
 * and names nobody.
 *
 * @param statement her signature that the encryption key is hers
 */
public record HandOverCode(
        NetworkId network,
        PatientPseudonym record,
        SigningPublicKey ownerKey,
        EncryptionPublicKey encryptionKey,
        TaggedSignature statement) {
    private static final String SCHEME = "aegle:";

    public static HandOverCode of(OwnedRecord owned) {
        var keys = owned.keys();
        var network = owned.ledger().network();
        var statement = new SignedStatement.EncryptionKey(network, owned.id().value(), keys.encryptionPublicKey());
        return new HandOverCode(
                network, owned.id(), keys.signingPublicKey(), keys.encryptionPublicKey(), keys.sign(statement.bytes()));
    }

    public String text() {
        return SCHEME + Base64.getUrlEncoder().withoutPadding().encodeToString(LedgerCodec.encode(this));
    }

    /** Read a code; empty if the text is no hand-over code of this network, or was altered. White space does not matter. */
    public static Optional<HandOverCode> parse(String text, NetworkId network) {
        String code = text.replaceAll("\\s", "");
        if (!code.startsWith(SCHEME)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(code.substring(SCHEME.length()));
            return Optional.of(LedgerCodec.decode(HandOverCode.class, bytes))
                    .filter(parsed -> parsed.network().equals(network) && parsed.isVouchedFor());
        } catch (IllegalArgumentException | LedgerFormatException e) {
            return Optional.empty();
        }
    }

    private boolean isVouchedFor() {
        return new SignedStatement.EncryptionKey(network, record.value(), encryptionKey)
                .isSignedBy(ownerKey, statement);
    }
}
