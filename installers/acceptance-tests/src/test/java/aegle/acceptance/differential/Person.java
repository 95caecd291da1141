// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import aegle.crypto.identity.SigningKeyPair;
import aegle.record.Bytes;
import aegle.record.KeyDigest;
import aegle.record.NetworkId;
import aegle.record.SigningPublicKey;
import aegle.record.command.SignedStatement;
import aegle.record.command.TaggedSignature;
import java.util.Optional;
import java.util.function.Function;

/**
 * Somebody who calls or signs. Patients and clinicians have the same key on every network; officers have one on each, and here only
 * stand for her who sits on that chair.
 *
 * @param digest by which the ledger knows the key; an officer's stands for that of her key
 */
record Person(String name, Role role, Optional<SigningKeyPair> key, KeyDigest digest) {
    /** The network that statements are signed for before a network's own name is put in; it is none. */
    static final NetworkId NOWHERE = NetworkId.of(new byte[NetworkId.LENGTH]);

    /** What her certificate says. */
    enum Role {
        PATIENT,
        CLINICIAN,
        OFFICER
    }

    static Person of(String name, Role role, Chance chance) {
        var key = chance.signingKey();
        return new Person(
                name,
                role,
                Optional.of(key),
                SigningPublicKey.of(key.publicKey()).digest());
    }

    static Person officer(String name, KeyDigest standIn) {
        return new Person(name, Role.OFFICER, Optional.empty(), standIn);
    }

    SigningPublicKey publicKey() {
        return SigningPublicKey.of(key.orElseThrow().publicKey());
    }

    /** What stands for her certificate, which every network's authority makes anew. */
    Bytes standInCertificate() {
        return digest.value();
    }

    TaggedSignature sign(NetworkId network, Function<NetworkId, SignedStatement> statement) {
        return TaggedSignature.of(
                key.orElseThrow().sign(statement.apply(network).bytes()));
    }

    @Override
    public String toString() {
        return name;
    }
}
