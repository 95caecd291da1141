// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import aegle.acceptance.differential.Step.Call;
import aegle.record.KeyDigest;
import aegle.record.MspId;
import aegle.record.PermissionId;
import aegle.record.RequestId;
import aegle.record.access.RequestStatus;
import aegle.record.call.AccessCalls.AnswerRequest;
import aegle.record.call.AccessCalls.ListOwnRequests;
import aegle.record.call.AccessCalls.RequestAccess;
import aegle.record.call.MemberCalls.ProposeMember;
import aegle.record.call.MemberCalls.VoteOfficer;
import aegle.record.call.PermissionCalls.GrantPermission;
import aegle.record.call.StoreCalls.GrantUrls;
import aegle.record.member.Officer;
import aegle.record.metadata.ObjectKey;
import aegle.record.permission.ValidityPeriod;
import aegle.sharing.SharingException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.opentest4j.AssertionFailedError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is played in one lane: people join, one patient after the other is visited, and in the end people leave. */
final class Play {
    private static final Logger LOG = LoggerFactory.getLogger(Play.class);
    private static final int CLINICIANS = 3;
    private static final int LONGEST = 16;
    private static final Duration SHORT = Duration.ofSeconds(4);
    private static final MspId ELSEWHERE = new MspId("ElsewhereHospitalMSP");

    private final Lane lane;
    private final List<Stage> stages;
    private final Chance chance;
    private final Cast cast;
    private final Things things;
    private final Moves moves;
    private int visits;

    Play(Lane lane, List<Stage> stages, Statements statements, long seed) {
        this.lane = lane;
        this.stages = stages;
        this.chance = new Chance(seed);
        this.cast = new Cast(chance, statements, lane.world(), lane.name());
        this.things = new Things(cast);
        this.moves = new Moves(cast);
    }

    Cast cast() {
        return cast;
    }

    int visits() {
        return visits;
    }

    /** Everybody gets her certificates; clinicians become members. */
    void prepare() throws SharingException {
        enrollCarrier();
        for (int i = 1; i <= CLINICIANS; i++) {
            join(Person.of(lane.name() + " Clinician " + i, Person.Role.CLINICIAN, chance));
        }
    }

    /** Somebody whose certificate carries owners' calls. */
    void enrollCarrier() throws SharingException {
        var carrier = Person.of(lane.name() + " carrier", Person.Role.PATIENT, chance);
        for (Stage stage : stages) {
            stage.enrollPatient(carrier);
        }
        cast.carriers.add(carrier);
    }

    private void join(Person clinician) throws SharingException {
        ProposeMember proposal = moves.members().proposal(clinician, Duration.ofDays(365));
        for (Stage stage : stages) {
            stage.apply(clinician, proposal);
        }
        lane.play(moves.members().propose(proposal));
        lane.play(moves.members().attest(proposal));
        for (Stage stage : stages) {
            stage.collect(clinician, proposal);
        }
        lane.play(moves.members().confirm(clinician, proposal));
        lane.play(moves.members().confirm(clinician, proposal));
        cast.clinicians.add(clinician);
    }

    /**
     * A new patient, what happens around her, and what there is to see of it. The ledger counts denials by clock hours and the model does
     * not, so a difference is no difference if the hour has changed meanwhile.
     */
    void visit() {
        Instant begun = Instant.now();
        try {
            scene(Visit.of(chance, chance.oneOf(cast.carriers), lane.name() + " patient " + visits));
            visits++;
        } catch (AssertionFailedError e) {
            if (isSameHour(begun, Instant.now())) {
                throw e;
            }
            LOG.info("{} met a full hour, and is not judged", lane.name());
        }
    }

    private void scene(Visit visit) {
        if (chance.onceIn(6)) {
            lane.play(moves.owner().openWrongly(visit));
        }
        play(visit, moves.owner().open(visit));
        if (!chance.onceIn(8)) {
            moves.groundwork(visit).forEach(step -> play(visit, step.get()));
        }
        int length = 4 + chance.below(LONGEST);
        for (int i = 0; i < length; i++) {
            play(visit, moves.next(visit));
        }
        if (chance.onceIn(20)) {
            chance.<Runnable>oneOf(() -> ending(visit), () -> beginning(visit), () -> unanswered(visit))
                    .run();
        }
        moves.closing(visit).forEach(lane::play);
    }

    private static boolean isSameHour(Instant one, Instant other) {
        return one.truncatedTo(ChronoUnit.HOURS).equals(other.truncatedTo(ChronoUnit.HOURS));
    }

    private Outcome play(Visit visit, Step step) {
        Outcome outcome = lane.play(step);
        if (step instanceof Call call && call.isSubmitted()) {
            visit.submitted(call);
        }
        return outcome;
    }

    /** A permission that ends while we wait. */
    void ending(Visit visit) {
        Instant now = Things.now();
        frame(visit, new ValidityPeriod(now.minusSeconds(3600), now.plus(SHORT)), "PERMISSION_EXPIRED");
    }

    /** A permission that begins while we wait. */
    void beginning(Visit visit) {
        Instant now = Things.now();
        frame(visit, new ValidityPeriod(now.plus(SHORT), now.plus(Duration.ofDays(1))), "ok");
    }

    private void frame(Visit visit, ValidityPeriod validity, String then) {
        var id = new PermissionId(chance.number());
        Person clinician = cast.clinician();
        var granting = new GrantPermission(
                visit.record(),
                id,
                cast.memberId(clinician),
                things.scope(visit.record(), validity),
                things.object(ObjectKey.grant(id, 1)));
        if (play(visit, visit.owned(granting)).isOk()) {
            var question = Call.of(clinician, new GrantUrls(visit.record(), id));
            lane.await(then, question, actor -> actor.play(question, "a question"));
            for (int i = 0; i < LONGEST / 2; i++) {
                play(visit, moves.next(visit));
            }
        }
    }

    /** A request that ends before it is answered. */
    void unanswered(Visit visit) {
        var id = new RequestId(chance.number());
        var request = new RequestAccess(
                visit.record(), id, chance.bytes(40), Things.now().plus(SHORT));
        if (play(visit, Call.of(cast.clinician(), request)).isOk()) {
            var answer = visit.owned(new AnswerRequest(visit.record(), id, RequestStatus.DECLINED, 1));
            lane.await("REQUEST_EXPIRED", answer, actor -> actor.tryOut(answer));
            play(visit, answer);
        }
    }

    /** One clinician's attestation lapses, another's membership is ended, and life goes on. */
    void partings() {
        Person lapsing = cast.clinicians.get(0);
        // two submits must fit in, and many lanes at once make a real network take its time
        Duration left = SHORT.multipliedBy(stages.size() == 1 ? 1 : 3);
        lane.play(moves.members().renew(lapsing, Things.now().plus(left)));
        lane.play(moves.members().attestAgain(lapsing));
        var question = Call.of(lapsing, new ListOwnRequests(200, ""));
        lane.await("ATTESTATION_LAPSED", question, actor -> actor.play(question, "a question"));
        visit();
        lane.play(moves.members().revoke(cast.clinicians.get(1)));
        visit();
        visit();
    }

    /** Officers come and go by the votes of a majority of hospitals. For one lane alone: all officers count together. */
    void votes() {
        List<Person> officers = Stage.OFFICERS;
        for (MspId hospital : List.of(World.NORTH, ELSEWHERE)) {
            var newcomer = new Officer(new KeyDigest(chance.bytes(KeyDigest.LENGTH)), hospital);
            for (boolean remove : List.of(false, true)) {
                for (int voter : List.of(0, 0, 1, 2, 3)) {
                    lane.play(Call.of(officers.get(voter), new VoteOfficer(newcomer, remove)));
                }
            }
        }
        var clinician = new Officer(cast.clinician().digest(), World.NORTH);
        lane.play(Call.of(officers.getFirst(), new VoteOfficer(clinician, false)));
        lane.play(Call.of(cast.clinician(), new VoteOfficer(clinician, false)));
    }
}
