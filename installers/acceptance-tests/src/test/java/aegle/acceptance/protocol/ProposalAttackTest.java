// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.acceptance.differential.LedgerLine;
import aegle.record.AccessId;
import aegle.record.call.DocumentCalls.AddDocument;
import aegle.record.call.DocumentCalls.OpenDocument;
import aegle.record.call.LedgerCall;
import aegle.record.call.StoreCalls.DocumentUrls;
import aegle.record.call.StoreCalls.GrantUrls;
import aegle.record.codec.LedgerCodec;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Permission;
import aegle.record.permission.Right;
import aegle.record.permission.ValidityPeriod;
import aegle.sharing.LedgerRefusalException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Proposals that lie about their time, and endorsed ones that are sent when the right is gone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProposalAttackTest {
    private static final DocumentCategory DOSE = DocumentCategory.RADIATION_DOSE;

    private Participants participants;
    private ClinicianDesk chen;
    private PatientDesk anna;
    private Path file;
    private Permission permission;
    private DocumentEntry document;
    private LedgerLine line;

    @BeforeAll
    void found_the_network(@TempDir Path folder) throws Exception {
        file = Files.writeString(folder.resolve("dose.pdf"), "delivered");
        participants = Participants.on(folder);
        chen = participants.mayaChen();
        line = LedgerLine.to(participants.network().profile(), chen.certificate, chen.keys.signing());
    }

    @BeforeEach
    void open_annas_record() throws Exception {
        anna = participants.anna();
        permission = anna.allow(chen.member, Right.READ, Right.WRITE);
        chen.link(anna);
        document = chen.upload(anna, file, DOSE);
    }

    @AfterAll
    void stop_the_network() {
        if (participants != null) { // not founded where the class is skipped
            line.close();
            participants.close();
        }
    }

    @Test
    void a_proposal_dated_back_or_ahead_is_refused_whatever_it_asks() throws Exception {
        requireClockOff(Duration.ofSeconds(-75));
        requireClockOff(Duration.ofMinutes(-10));
        requireClockOff(Duration.ofSeconds(75));
        requireClockOff(Duration.ofMinutes(10));
    }

    /** So the refusals are of the time and not of the form. */
    @Test
    void a_proposal_dated_back_a_little_works() throws Exception {
        var endorsed = line.dated(Instant.now().minusSeconds(20), "openDocument", LedgerCodec.encode(look(permission)))
                .endorse();
        assertEquals(TxValidationCode.VALID, line.fate(endorsed));
    }

    @Test
    void a_proposal_dated_back_into_the_frame_opens_no_permission_that_has_ended() throws Exception {
        Instant end = Participants.CLOCK.instant().plusSeconds(6);
        Permission ended = anna.allow(
                chen.member, Set.of(DOSE), new ValidityPeriod(end.minusSeconds(600), end), Right.READ, Right.WRITE);
        Await.until(Duration.ofSeconds(30), "the frame ends", () -> {
            try {
                chen.ledger.evaluate(new GrantUrls(ended.record(), ended.id()));
                return false;
            } catch (LedgerRefusalException e) {
                return e.code() == LedgerErrorCode.PERMISSION_EXPIRED;
            }
        });

        var dated = line.dated(end.minusSeconds(3), "openDocument", LedgerCodec.encode(look(ended)))
                .endorse();
        line.fate(dated);

        for (var object : List.of(document.objects().body(), document.objects().envelope())) {
            var refusal = assertThrows(
                    LedgerRefusalException.class,
                    () -> chen.ledger.evaluate(
                            new DocumentUrls(ended.record(), ended.id(), document.id(), object.key())));
            assertEquals(LedgerErrorCode.PERMISSION_EXPIRED, refusal.code());
        }
    }

    @Test
    void an_endorsed_look_sent_after_the_revocation_is_invalid() throws Exception {
        Transaction held = line.endorse("openDocument", LedgerCodec.encode(look(permission)));
        anna.permissions.stop(permission);

        requireNothingComesOf(held);
    }

    @Test
    void an_endorsed_upload_sent_after_the_revocation_is_invalid() throws Exception {
        Transaction held = line.endorse("addDocument", LedgerCodec.encode(another()));
        anna.permissions.stop(permission);

        requireNothingComesOf(held);
    }

    @Test
    void an_endorsed_look_sent_after_the_member_was_revoked_is_invalid() throws Exception {
        ClinicianDesk leaving = participants.clinician("Dr. Noa Levi", "1487002259");
        Permission read = anna.allow(leaving.member, Right.READ);
        try (var herLine =
                LedgerLine.to(participants.network().profile(), leaving.certificate, leaving.keys.signing())) {
            Transaction held = herLine.endorse("openDocument", LedgerCodec.encode(look(read)));
            participants.revokeMembership(leaving.member);

            requireNothingComesOf(held);
        }
    }

    private void requireNothingComesOf(Transaction held) throws Exception {
        var before = RecordListing.of(anna);
        assertEquals(TxValidationCode.MVCC_READ_CONFLICT, line.fate(held));
        assertEquals(before, RecordListing.of(anna));
    }

    private void requireClockOff(Duration off) throws Exception {
        var calls = new ArrayList<LedgerCall<?>>(List.of(
                look(permission),
                another(),
                new GrantUrls(permission.record(), permission.id()),
                new DocumentUrls(
                        permission.record(),
                        permission.id(),
                        document.id(),
                        document.objects().label().key())));
        var before = RecordListing.of(anna);
        for (LedgerCall<?> call : calls) {
            var evaluated = line.dated(Instant.now().plus(off), call.function(), LedgerCodec.encode((Record) call));
            var endorsed = line.dated(Instant.now().plus(off), call.function(), LedgerCodec.encode((Record) call));
            for (var refusal : List.of(
                    assertThrows(GatewayException.class, evaluated::evaluate),
                    assertThrows(GatewayException.class, endorsed::endorse))) {
                String told = LedgerLine.told(refusal);
                assertTrue(
                        told.contains("chaincode response 500, " + LedgerErrorCode.CLOCK_OFF + ":"),
                        off + " " + call.function() + ": " + told);
            }
        }
        assertEquals(before, RecordListing.of(anna));
    }

    private OpenDocument look(Permission by) {
        return new OpenDocument(by.record(), document.id(), AccessId.random(Participants.RANDOM), Optional.of(by.id()));
    }

    /** Dr. Chen's upload of another document. */
    private AddDocument another() throws Exception {
        byte[] honest = Files.readAllBytes(file);
        return Forgery.of(chen, anna, honest, honest).call();
    }
}
