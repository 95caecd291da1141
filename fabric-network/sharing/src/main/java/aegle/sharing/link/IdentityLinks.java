// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.link;

import aegle.crypto.Digest;
import aegle.crypto.pseudonym.LinkWords;
import aegle.record.PatientPseudonym;
import aegle.record.SigningPublicKey;
import aegle.sharing.IdentityNotConfirmedException;
import aegle.sharing.SealedFacts;
import aegle.sharing.SealedStore;
import java.time.Clock;
import java.util.Optional;

/**
 * The links of one clinician program. A grant proves a key, not a person: without a link documents may be read, but none is
 * uploaded ({@code shared-crypto/docs/link-words.md}).
 */
public final class IdentityLinks {
    private static final String PREFIX = "link/";

    private final SealedFacts<IdentityLink> links;
    private final Clock clock;

    public IdentityLinks(SealedStore store, Clock clock) {
        this.links = new SealedFacts<>(store, PREFIX, IdentityLink.class);
        this.clock = clock;
    }

    public static LinkWords words(PatientPseudonym record, SigningPublicKey ownerKey) {
        return LinkWords.of(
                Digest.of(record.value().toByteArray()),
                ownerKey.subjectPublicKeyInfo().toByteArray());
    }

    /** The link of a record, if it still names the same owner's key. */
    public Optional<IdentityLink> find(PatientPseudonym record, SigningPublicKey ownerKey) {
        return links.find(record.hex()).filter(link -> link.ownerKey().equals(ownerKey));
    }

    /**
     * Link a record to a local patient, if the words that the patient read out are those of this record.
     *
     * @throws IdentityNotConfirmedException if they differ; nothing is kept
     */
    public IdentityLink confirm(LinkCandidate candidate, String typedWords) throws IdentityNotConfirmedException {
        if (!words(candidate.record(), candidate.ownerKey()).matches(typedWords)) {
            throw new IdentityNotConfirmedException();
        }
        return keep(candidate);
    }

    /** Link a record by the whole digest, which the patient's QR code carries. */
    public IdentityLink confirm(LinkCandidate candidate, Digest scanned) throws IdentityNotConfirmedException {
        if (!words(candidate.record(), candidate.ownerKey()).digest().equals(scanned)) {
            throw new IdentityNotConfirmedException();
        }
        return keep(candidate);
    }

    private IdentityLink keep(LinkCandidate candidate) {
        var link = new IdentityLink(
                candidate.record(),
                candidate.ownerKey(),
                candidate.hospitalNumber(),
                candidate.way(),
                candidate.confirmedBy(),
                clock.instant());
        links.put(link.record().hex(), link);
        return link;
    }

    /** A record, and the local patient to whom it seems to belong. */
    public record LinkCandidate(
            PatientPseudonym record,
            SigningPublicKey ownerKey,
            String hospitalNumber,
            LinkWay way,
            String confirmedBy) {
        @Override
        public String toString() {
            return "LinkCandidate[personal]";
        }
    }
}
