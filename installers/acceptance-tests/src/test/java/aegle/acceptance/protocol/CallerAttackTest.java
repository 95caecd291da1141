// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.acceptance.EmbeddedOnly;
import aegle.acceptance.differential.LedgerLine;
import aegle.crypto.identity.SigningKeyPair;
import aegle.record.AccessId;
import aegle.record.access.AccessEvent;
import aegle.record.call.DocumentCalls.ListGrantedDocuments;
import aegle.record.call.DocumentCalls.OpenDocument;
import aegle.record.call.LedgerCall;
import aegle.record.call.MemberCalls.RevokeMember;
import aegle.record.call.PermissionCalls.ListGrantedPermissions;
import aegle.record.call.StoreCalls.DocumentUrls;
import aegle.record.call.StoreCalls.GrantUrls;
import aegle.record.codec.LedgerCodec;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Permission;
import aegle.record.permission.Right;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hyperledger.fabric.client.GatewayException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who calls with a certificate that is not hers, not good, or says too much: a corrupt authority gives out all of these, and none of
 * them opens anything.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallerAttackTest {
    private static final String CLINICIAN = "clinician";
    private static final String PATIENT = "patient";
    private static final String OFFICER = "officer";
    private static final Pattern KEPT_OUT = Pattern.compile("^PERMISSION_DENIED|access denied|client identity expired");
    private static final DocumentCategory DOSE = DocumentCategory.RADIATION_DOSE;

    private Participants participants;
    private CorruptAuthority authority;
    private ClinicianDesk chen;
    private PatientDesk anna;
    private Permission permission;
    private DocumentEntry document;

    @BeforeAll
    void open_annas_record(@TempDir Path folder) throws Exception {
        participants = Participants.on(folder);
        authority = CorruptAuthority.inside(participants);
        chen = participants.mayaChen();
        anna = participants.anna();
        permission = anna.allow(chen.member, Right.READ, Right.WRITE);
        chen.link(anna);
        document = chen.upload(anna, Files.writeString(folder.resolve("dose.pdf"), "delivered"), DOSE);
        chen.read(anna, document);
    }

    @AfterAll
    void stop_the_network() {
        if (participants != null) { // not founded where the class is skipped
            participants.close();
        }
    }

    /** So the refusals below are not of the forged certificates' form. */
    @Test
    void a_good_certificate_of_the_same_making_works() throws Exception {
        try (var line = line(certificate(CLINICIAN, chen.keys.signing()), chen.keys.signing())) {
            line.evaluate("listGrantedPermissions", LedgerCodec.encode(new ListGrantedPermissions(10, "")));
            line.endorse("openDocument", LedgerCodec.encode(look()));
        }
    }

    @Test
    void a_role_that_the_certificate_does_not_say_is_none_though_the_ledger_knows_the_key() throws Exception {
        for (String role : List.of(PATIENT, OFFICER)) {
            var certificate = certificate(role, chen.keys.signing());
            requireRefused(LedgerErrorCode.ROLE_MISSING, certificate, chen.keys.signing(), questions());
            requireDenied(LedgerErrorCode.ROLE_MISSING, certificate, chen.keys.signing());
        }
        requireRefused(LedgerErrorCode.ROLE_MISSING, anna.certificate, anna.keys.signing(), questions());
    }

    @Test
    void a_role_that_only_the_certificate_says_is_none() throws Exception {
        try (var own = SigningKeyPair.generate(Participants.RANDOM)) {
            requireRefused(LedgerErrorCode.MEMBER_UNKNOWN, certificate(CLINICIAN, own), own, looks());
            requireRefused(
                    LedgerErrorCode.OFFICER_UNKNOWN,
                    certificate(OFFICER, own),
                    own,
                    List.of(new RevokeMember(chen.member.id(), chen.member.version())));
        }
    }

    @Test
    void a_certificate_reissued_in_a_members_name_for_another_key_is_nobodys() throws Exception {
        try (var own = SigningKeyPair.generate(Participants.RANDOM)) {
            var reissued = authority.issue(chen.member.id().hex(), CLINICIAN, own);
            requireRefused(LedgerErrorCode.MEMBER_UNKNOWN, reissued, own, looks());
        }
    }

    @Test
    void a_members_certificate_in_the_hands_of_another_key_is_refused_by_the_peer() throws Exception {
        try (var own = SigningKeyPair.generate(Participants.RANDOM)) {
            requireKeptOut(certificate(CLINICIAN, chen.keys.signing()), own);
        }
    }

    @Test
    void an_expired_certificate_is_refused_by_the_peer() throws Exception {
        requireKeptOut(ofTime(authority.beginning(), Instant.now().minusSeconds(60)), chen.keys.signing());
    }

    @Test
    @EmbeddedOnly("a real peer looks at a certificate's end and not at its beginning")
    void a_certificate_of_tomorrow_is_refused_by_the_peer() throws Exception {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        requireKeptOut(ofTime(tomorrow, tomorrow.plus(Duration.ofDays(1))), chen.keys.signing());
    }

    @Test
    void a_certificate_under_another_root_of_the_same_name_is_refused_by_the_peer() throws Exception {
        var foreign = CorruptAuthority.like(authority);
        requireKeptOut(foreign.issue(chen.member.id().hex(), CLINICIAN, chen.keys.signing()), chen.keys.signing());
    }

    @Test
    void a_revoked_member_is_refused_with_any_certificate_that_has_her_key() throws Exception {
        ClinicianDesk leaving = participants.clinician("Dr. Lea Moreau", "1316025125");
        anna.allow(leaving.member, Right.READ);

        participants.revokeMembership(leaving.member);

        var another = certificate(CLINICIAN, leaving.keys.signing());
        requireRefused(LedgerErrorCode.MEMBER_REVOKED, another, leaving.keys.signing(), questions());
        requireDenied(LedgerErrorCode.MEMBER_REVOKED, another, leaving.keys.signing());
    }

    /** What Dr. Chen may do: look, and ask. */
    private List<LedgerCall<?>> looks() {
        var all = new ArrayList<LedgerCall<?>>(questions());
        all.add(look());
        return all;
    }

    private OpenDocument look() {
        return new OpenDocument(
                permission.record(), document.id(), AccessId.random(Participants.RANDOM), Optional.of(permission.id()));
    }

    private List<LedgerCall<?>> questions() {
        var record = permission.record();
        return List.of(
                new ListGrantedDocuments(record, permission.id(), DOSE, 10, ""),
                new GrantUrls(record, permission.id()),
                new DocumentUrls(
                        record,
                        permission.id(),
                        document.id(),
                        document.objects().body().key()));
    }

    private X509Certificate certificate(String role, SigningKeyPair key) throws Exception {
        return authority.issue(chen.member.id().hex(), role, key);
    }

    private X509Certificate ofTime(Instant from, Instant until) throws Exception {
        return authority.issue(chen.member.id().hex(), CLINICIAN, chen.keys.signing(), from, until);
    }

    private LedgerLine line(X509Certificate certificate, SigningKeyPair key) {
        return LedgerLine.to(participants.network().profile(), certificate, key);
    }

    /** The contract refuses each call, evaluated and endorsed, with its code. */
    private void requireRefused(
            LedgerErrorCode code, X509Certificate certificate, SigningKeyPair key, List<? extends LedgerCall<?>> calls)
            throws Exception {
        var before = RecordListing.of(anna);
        try (var line = line(certificate, key)) {
            for (LedgerCall<?> call : calls) {
                for (String told : told(line, call)) {
                    assertTrue(told.contains("chaincode response 500, " + code + ":"), call.function() + ": " + told);
                }
            }
        }
        assertEquals(before, RecordListing.of(anna));
    }

    /** A look of one whom the ledger knows is answered with a denial, for the patient to see. */
    private void requireDenied(LedgerErrorCode code, X509Certificate certificate, SigningKeyPair key) throws Exception {
        try (var line = line(certificate, key)) {
            var endorsed = line.endorse("openDocument", LedgerCodec.encode(look()));
            assertEquals(
                    Optional.of(code),
                    LedgerCodec.decode(AccessEvent.class, endorsed.getResult()).denial());
        }
    }

    /** The peer answers nothing, and the contract is not even asked. */
    private void requireKeptOut(X509Certificate certificate, SigningKeyPair key) throws Exception {
        var before = RecordListing.of(anna);
        try (var line = line(certificate, key)) {
            for (LedgerCall<?> call : looks()) {
                for (String told : told(line, call)) {
                    assertTrue(KEPT_OUT.matcher(told).find(), told);
                }
            }
        }
        assertEquals(before, RecordListing.of(anna));
    }

    private static List<String> told(LedgerLine line, LedgerCall<?> call) {
        byte[] arguments = LedgerCodec.encode((Record) call);
        var evaluated = assertThrows(GatewayException.class, () -> line.evaluate(call.function(), arguments));
        var endorsed = assertThrows(GatewayException.class, () -> line.endorse(call.function(), arguments));
        return List.of(LedgerLine.told(evaluated), LedgerLine.told(endorsed));
    }
}
