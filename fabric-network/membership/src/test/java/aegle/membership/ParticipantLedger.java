// SPDX-License-Identifier: Apache-2.0

package aegle.membership;

import aegle.record.Bytes;
import aegle.record.MspId;
import aegle.record.NetworkId;
import aegle.record.PatientPseudonym;
import aegle.record.SigningPublicKey;
import aegle.record.call.MemberCalls.AttestMember;
import aegle.record.call.MemberCalls.ConfirmMembership;
import aegle.record.call.MemberCalls.FindMember;
import aegle.record.call.MemberCalls.ListHospitalMembers;
import aegle.record.call.MemberCalls.MemberPage;
import aegle.record.call.MemberCalls.ProposeMember;
import aegle.record.call.MemberCalls.RenewAttestation;
import aegle.record.call.MemberCalls.RevokeMember;
import aegle.record.call.OwnerCall;
import aegle.record.call.Query;
import aegle.record.call.Transaction;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.member.Member;
import aegle.record.member.MemberStatus;
import aegle.sharing.CommandSigner;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.RecordLedger;
import aegle.sharing.SharingException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** The ledger as one participant sees it through her certificate: what the contract does with members, without its checks of roles. */
record ParticipantLedger(LedgerOfMembers ledger, X509Certificate caller, MspId hospital) implements RecordLedger {

    @Override
    public NetworkId network() {
        return ledger.network();
    }

    @Override
    public String channel() {
        return ledger.channel();
    }

    @Override
    public String answeringHospital() {
        return ledger.answeringHospital();
    }

    @Override
    public <A extends Record> A evaluate(Query<A> call) throws SharingException {
        return switch (call) {
            case FindMember find ->
                call.answerType().cast(ledger.member(find.member()).orElseThrow());
            case ListHospitalMembers _ -> call.answerType().cast(new MemberPage(ledger.membersOf(hospital), ""));
            default -> ledger.evaluate(call);
        };
    }

    @Override
    public <A extends Record> A submit(Transaction<A> call) throws SharingException {
        Member changed = switch (call) {
            case ProposeMember proposal -> proposed(proposal);
            case AttestMember attesting -> attested(attesting);
            case ConfirmMembership confirmation ->
                ledger.member(confirmation.member()).orElseThrow().confirmed(certificate());
            case RenewAttestation renewal ->
                ledger.member(renewal.member()).orElseThrow().renewed(renewal.attestation());
            case RevokeMember revocation ->
                ledger.member(revocation.member()).orElseThrow().revoked();
            default -> throw new UnsupportedOperationException(call.function());
        };
        ledger.has(changed);
        return call.answerType().cast(changed);
    }

    private static Member proposed(ProposeMember call) {
        return new Member(
                call.member(),
                call.hospital(),
                call.key(),
                call.encryptionKey(),
                call.keyStatement(),
                call.professional(),
                call.attestation(),
                MemberStatus.PROPOSED,
                Optional.empty(),
                1);
    }

    private Member attested(AttestMember call) throws LedgerRefusalException {
        Member member = ledger.member(call.member()).orElseThrow();
        if (member.version() != call.version()) {
            throw new LedgerRefusalException(LedgerErrorCode.VERSION_CHANGED, "the member has changed");
        }
        var officer = SigningPublicKey.of(caller.getPublicKey()).digest();
        return member.attested(member.attestation().confirmedBy(officer));
    }

    private Bytes certificate() {
        try {
            return Bytes.of(caller.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public <A extends Record> A perform(OwnerCall<A> call, CommandSigner owner) throws SharingException {
        return ledger.perform(call, owner);
    }

    @Override
    public AutoCloseable onChange(PatientPseudonym record, Runnable hint) {
        return ledger.onChange(record, hint);
    }

    @Override
    public void close() {}
}
