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
import aegle.sharing.enrollment.MemberApproval;
import aegle.sharing.enrollment.PendingMember;
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
 * Practice hospitals' officers at work: each with her own key, one proposes every applicant and the other attests. They verify
 * nothing, which is what the attestation's method says.
 *
 * <p>What an officer cannot decide now is told in the log, tried again, and holds up nobody else.
 */
public final class PracticeOffice implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PracticeOffice.class);
    private static final Duration ATTESTED_FOR = Duration.ofDays(365);
    private static final int SECONDS_BETWEEN_ROUNDS = 2;
    private static final Bytes NO_FILE = Bytes.of(new byte[32]);

    private final List<Desk> desks = new ArrayList<>();
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("practice-office").factory());

    private PracticeOffice(ConnectionProfile profile, List<OfficerKeys> officers, Clock clock, SecureRandom random) {
        for (OfficerKeys officer : officers) {
            desks.add(new Desk(profile, officer, clock, random));
        }
    }

    /**
     * Open the office of a network; it looks for applications every two seconds.
     *
     * @param officers stay the caller's; close them after the office
     */
    public static PracticeOffice open(
            ConnectionProfile profile, List<OfficerKeys> officers, Clock clock, SecureRandom random) {
        var office = onDemand(profile, officers, clock, random);
        var _ = office.rounds.scheduleWithFixedDelay(
                office::decide, SECONDS_BETWEEN_ROUNDS, SECONDS_BETWEEN_ROUNDS, TimeUnit.SECONDS);
        return office;
    }

    /** Open an office that works only when told to {@linkplain #decide() decide}; otherwise as the other. */
    public static PracticeOffice onDemand(
            ConnectionProfile profile, List<OfficerKeys> officers, Clock clock, SecureRandom random) {
        return new PracticeOffice(profile, officers, clock, random);
    }

    /** Let one officer after the other decide about everybody who waits for her; tells whether all of that could be decided. */
    public boolean decide() {
        boolean all = true;
        for (Desk desk : desks) {
            all &= desk.work();
        }
        return all;
    }

    @Override
    public void close() {
        rounds.shutdownNow();
        desks.forEach(Desk::close);
    }

    /** What an officer does, and may fail at. */
    @FunctionalInterface
    private interface Task {
        void run() throws SharingException;
    }

    private static final class Desk implements AutoCloseable {
        private final OfficerKeys officer;
        private final Clock clock;
        private final RecordLedger ledger;
        private final MembershipDirectory membership;
        private final MemberApproval approval;
        private String trouble = "";

        Desk(ConnectionProfile profile, OfficerKeys officer, Clock clock, SecureRandom random) {
            this.officer = officer;
            this.clock = clock;
            this.ledger = new FabricRecordLedger(profile, officer.certificate(), officer.key(), clock);
            this.membership = new HttpMembershipDirectory(profile, clock, random);
            this.approval = new MemberApproval(membership, ledger, officer.certificate(), officer.key());
        }

        boolean work() {
            var waiting = new ArrayList<PendingMember>();
            boolean all = isDone("see who waits", () -> waiting.addAll(approval.pending()));
            for (PendingMember pending : waiting) {
                all &= isDone("decide about " + pending.application().member(), () -> decide(pending));
            }
            return all;
        }

        /** Whatever goes wrong with one applicant, the others' turn comes. */
        private boolean isDone(String what, Task task) {
            try {
                task.run();
                return true;
            } catch (SharingException | RuntimeException e) {
                tell(what, e);
                return false;
            }
        }

        private void tell(String what, Exception failure) {
            String told = what + ": " + failure;
            if (!told.equals(trouble)) {
                LOG.warn("An officer of {} could not {}", officer.hospital(), what, failure);
                trouble = told;
            }
        }

        private void decide(PendingMember pending) throws SharingException {
            if (pending.proposed().isEmpty()) {
                approval.propose(pending.application(), attestation());
            } else if (pending.waitsForAttestationBy(approval.officer())) {
                approval.attest(pending.proposed().get());
            }
        }

        private Attestation attestation() {
            return new Attestation(
                    AttestationMethod.PRACTICE,
                    NO_FILE,
                    clock.instant().plus(ATTESTED_FOR),
                    approval.officer(),
                    Optional.empty());
        }

        @Override
        public void close() {
            ledger.close();
            membership.close();
        }
    }
}
