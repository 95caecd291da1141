// SPDX-License-Identifier: Apache-2.0

package aegle.record.call;

import aegle.record.EncryptionPublicKey;
import aegle.record.KeyDigest;
import aegle.record.MemberId;
import aegle.record.MspId;
import aegle.record.NetworkId;
import aegle.record.SigningPublicKey;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.command.TaggedSignature;
import aegle.record.member.Attestation;
import aegle.record.member.Member;
import aegle.record.member.Officer;
import aegle.record.member.ProfessionalData;
import java.util.List;
import java.util.Optional;

/** The calls about who takes part: the network's founding, officers and clinicians. */
public interface MemberCalls {
    int MAX_PAGE = 200;

    /**
     * Fix the network's identity and its first officers. Works once; each hospital's contract compares it with its own
     * configuration ({@link LedgerErrorCode#INITIALIZATION_MISMATCH}).
     */
    record Initialize(NetworkId network, List<Officer> officers) implements Transaction<Founding> {}

    /** What the network was founded with. */
    record Founding(NetworkId network, List<Officer> officers) {}

    /** The first officer's word: this applicant is who she says. The fact stays {@code PROPOSED} until a second one attests. */
    record ProposeMember(
            MemberId member,
            MspId hospital,
            SigningPublicKey key,
            EncryptionPublicKey encryptionKey,
            TaggedSignature keyStatement,
            ProfessionalData professional,
            Attestation attestation)
            implements Transaction<Member> {}

    /** The second officer's word; same hospital, another key. Also completes a renewal. */
    record AttestMember(MemberId member, long version) implements Transaction<Member> {}

    /** A new attestation before the old one lapses; a second officer completes it with {@link AttestMember}. */
    record RenewAttestation(MemberId member, Attestation attestation, long version) implements Transaction<Member> {}

    /** End a membership, at once and for good. */
    record RevokeMember(MemberId member, long version) implements Transaction<Member> {}

    /** The clinician's first own call: her certificate, which carries it, becomes part of the directory. */
    record ConfirmMembership(MemberId member) implements Transaction<Member> {}

    /** An officer's vote to add or remove an officer. It counts once officers of a majority of hospitals have voted the same. */
    record VoteOfficer(Officer officer, boolean remove) implements Transaction<OfficerVote> {}

    /** The hospitals whose officers have voted so far, and whether that was enough. */
    record OfficerVote(Officer officer, boolean remove, List<MspId> hospitals, boolean effective) {}

    /** One member by number. */
    record FindMember(MemberId member) implements Query<Member> {}

    /** The member with that key, if there is one. For whoever holds a certificate and wonders what the ledger says of it. */
    record FindMemberByKey(KeyDigest key) implements Query<MemberLookup> {}

    /** The answer of {@link FindMemberByKey}. */
    record MemberLookup(Optional<Member> member) {}

    /**
     * A page of the directory of active clinicians.
     *
     * @param text part of a name, or an NPI; empty for everybody
     * @param bookmark empty for the first page, then that of the page before
     */
    record ListMembers(String text, Optional<MspId> hospital, int pageSize, String bookmark)
            implements Query<MemberPage> {}

    /** A page of members; an empty bookmark ends the list. A page may hold fewer members than asked for, even none. */
    record MemberPage(List<Member> members, String bookmark) {}

    /** Members of the officer's hospital that wait for a second officer, and all others of hers. */
    record ListHospitalMembers(int pageSize, String bookmark) implements Query<MemberPage> {}
}
