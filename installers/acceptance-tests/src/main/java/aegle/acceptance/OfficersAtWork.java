// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance;

import aegle.client.ledger.FabricRecordLedger;
import aegle.client.membership.HttpMembershipDirectory;
import aegle.embedded.EmbeddedNetwork;
import aegle.embedded.OfficerKeys;
import aegle.record.Bytes;
import aegle.record.member.Attestation;
import aegle.record.member.AttestationMethod;
import aegle.sharing.SharingException;
import aegle.sharing.enrollment.MemberApproval;
import aegle.sharing.enrollment.PendingMember;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The network's officers, each at her own desk with her own key, deciding about everybody who waits. */
public final class OfficersAtWork {
    private static final Duration ATTESTED_FOR = Duration.ofDays(365);
    private static final Bytes NO_FILE = Bytes.of(new byte[32]);

    private final EmbeddedNetwork network;
    private final Clock clock;
    private final SecureRandom random;

    public OfficersAtWork(EmbeddedNetwork network, Clock clock, SecureRandom random) {
        this.network = network;
        this.clock = clock;
        this.random = random;
    }

    /** One officer after the other proposes or attests whoever waits for her. */
    public void decide() throws SharingException {
        for (OfficerKeys officer : network.officers()) {
            try (var ledger = new FabricRecordLedger(network.profile(), officer.certificate(), officer.key(), clock);
                    var membership = new HttpMembershipDirectory(network.profile(), clock, random)) {
                var approval = new MemberApproval(membership, ledger, officer.certificate(), officer.key());
                for (PendingMember pending : approval.pending()) {
                    decide(approval, pending);
                }
            }
        }
    }

    private void decide(MemberApproval approval, PendingMember pending) throws SharingException {
        if (pending.proposed().isEmpty()) {
            var attestation = new Attestation(
                    AttestationMethod.PRACTICE,
                    NO_FILE,
                    clock.instant().plus(ATTESTED_FOR),
                    approval.officer(),
                    Optional.empty());
            approval.propose(pending.application(), attestation);
        } else if (pending.waitsForAttestationBy(approval.officer())) {
            approval.attest(pending.proposed().get());
        }
    }
}
