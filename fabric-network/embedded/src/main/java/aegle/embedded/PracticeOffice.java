// SPDX-License-Identifier: Apache-2.0

package aegle.embedded;

import aegle.client.ledger.FabricRecordLedger;
import aegle.client.membership.HttpMembershipDirectory;
import aegle.record.Bytes;
import aegle.record.member.Attestation;
import aegle.record.member.AttestationMethod;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.MembershipDirectory;
import aegle.sharing.RecordLedger;
import aegle.sharing.SharingException;
import aegle.sharing.enrollment.ClinicianApplication;
import aegle.sharing.enrollment.MemberApproval;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The practice hospitals' officers at work: each with her own key, one proposes every applicant and the other attests. They verify
 * nothing, which is what the attestation's method says.
 */
public final class PracticeOffice implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PracticeOffice.class);
    private static final Duration ATTESTED_FOR = Duration.ofDays(365);
    private static final int SECONDS_BETWEEN_ROUNDS = 2;
    private static final Bytes NO_FILE = Bytes.of(new byte[32]);

    private final List<Desk> desks = new ArrayList<>();
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("practice-office").factory());
    private final Clock clock;

    private PracticeOffice(ConnectionProfile profile, List<OfficerKeys> officers, Clock clock, SecureRandom random) {
        this.clock = clock;
        for (OfficerKeys officer : officers) {
            desks.add(new Desk(profile, officer, clock, random));
        }
    }

    /** Open the office; it looks for applications every two seconds. The officers' keys stay the caller's to close. */
    public static PracticeOffice open(
            ConnectionProfile profile, List<OfficerKeys> officers, Clock clock, SecureRandom random) {
        var office = new PracticeOffice(profile, officers, clock, random);
        var _ = office.rounds.scheduleWithFixedDelay(
                office::round, SECONDS_BETWEEN_ROUNDS, SECONDS_BETWEEN_ROUNDS, TimeUnit.SECONDS);
        return office;
    }

    private void round() {
        for (Desk desk : desks) {
            try {
                desk.work(clock);
            } catch (SharingException e) {
                LOG.warn("An officer of {} could not decide now", desk.officer.hospital(), e);
            }
        }
    }

    @Override
    public void close() {
        rounds.shutdownNow();
        desks.forEach(Desk::close);
    }

    private static final class Desk implements AutoCloseable {
        private final OfficerKeys officer;
        private final RecordLedger ledger;
        private final MembershipDirectory membership;
        private final MemberApproval approval;

        Desk(ConnectionProfile profile, OfficerKeys officer, Clock clock, SecureRandom random) {
            this.officer = officer;
            this.ledger = new FabricRecordLedger(profile, officer.certificate(), officer.key(), clock);
            this.membership = new HttpMembershipDirectory(profile, clock, random);
            this.approval = new MemberApproval(membership, ledger, officer.certificate(), officer.key());
        }

        void work(Clock clock) throws SharingException {
            for (var pending : approval.pending()) {
                if (pending.proposed().isEmpty()) {
                    propose(pending.application(), clock);
                } else if (pending.waitsForAttestationBy(approval.officer())) {
                    approval.attest(pending.proposed().get());
                }
            }
        }

        private void propose(ClinicianApplication application, Clock clock) throws SharingException {
            approval.propose(
                    application,
                    new Attestation(
                            AttestationMethod.PRACTICE,
                            NO_FILE,
                            clock.instant().plus(ATTESTED_FOR),
                            approval.officer(),
                            Optional.empty()));
        }

        @Override
        public void close() {
            ledger.close();
            membership.close();
        }
    }
}
