// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aegle.record.CiphertextDigest;
import aegle.record.DocumentId;
import aegle.record.ObjectName;
import aegle.record.PermissionId;
import aegle.record.access.AccessRequest;
import aegle.record.access.RequestStatus;
import aegle.record.call.AccessCalls;
import aegle.record.call.AccessCalls.AnswerRequest;
import aegle.record.call.AccessCalls.ListAccessEvents;
import aegle.record.call.AccessCalls.ListRequests;
import aegle.record.call.DocumentCalls;
import aegle.record.call.DocumentCalls.AddPrivateDocument;
import aegle.record.call.DocumentCalls.CountersignDocument;
import aegle.record.call.DocumentCalls.ListDocuments;
import aegle.record.call.DocumentCalls.ListPrivateDocuments;
import aegle.record.call.DocumentCalls.RemovePrivateDocument;
import aegle.record.call.LedgerCall;
import aegle.record.call.OwnerCall;
import aegle.record.call.PermissionCalls;
import aegle.record.call.PermissionCalls.ChangePermission;
import aegle.record.call.PermissionCalls.GrantPermission;
import aegle.record.call.PermissionCalls.ListPermissions;
import aegle.record.call.PermissionCalls.RevokePermission;
import aegle.record.call.RecordCalls;
import aegle.record.call.RecordCalls.AdvanceEpoch;
import aegle.record.call.RecordCalls.CancelOperation;
import aegle.record.call.RecordCalls.CloseRecord;
import aegle.record.call.RecordCalls.FindRecord;
import aegle.record.call.RecordCalls.OpenRecord;
import aegle.record.call.StoreCalls;
import aegle.record.call.StoreCalls.OwnerDownloadUrls;
import aegle.record.call.StoreCalls.OwnerUploadStatusUrls;
import aegle.record.call.StoreCalls.OwnerUploadUrls;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.command.SignedStatement;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.ObjectKind;
import aegle.record.metadata.PrivateEntry;
import aegle.record.metadata.StoredDocument;
import aegle.record.metadata.StoredObject;
import aegle.record.permission.Permission;
import aegle.record.permission.Right;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.TransferProgress;
import aegle.sharing.privatefile.PrivateFiles.FileDraft;
import aegle.sharing.request.HandOverCode;
import aegle.sharing.request.RequestedAccess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Whatever an owner can command: overheard, it serves nobody else, nothing else and nowhere else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryOwnerCommandTest {
    private static final DocumentCategory DOSE = DocumentCategory.RADIATION_DOSE;

    private Participants participants;
    private PatientDesk anna;
    private PatientDesk mallory;
    private ClinicianDesk chen;
    private Permission permission;
    private DocumentEntry document;
    private AccessRequest request;
    private PrivateEntry privateFile;

    @BeforeAll
    void fill_annas_record(@TempDir Path folder) throws Exception {
        participants = Participants.on(folder);
        chen = participants.mayaChen();
        mallory = participants.patient("Mallory Quist", LocalDate.of(1970, 1, 2), "N-6666");
        anna = participants.anna();
        permission = anna.allow(chen.member, Right.READ, Right.WRITE);
        chen.link(anna);
        Path file = Files.writeString(folder.resolve("dose.pdf"), "delivered");
        document = chen.upload(anna, file, DOSE);
        var code = HandOverCode.parse(HandOverCode.of(anna.owned).text(), chen.ledger.network())
                .orElseThrow();
        chen.asking.ask(
                code, new RequestedAccess(chen.member.id(), Set.of(Right.READ), Set.of(DOSE), 30, "second opinion"));
        request = anna.owned
                .perform(new ListRequests(anna.owned.id(), 10, ""))
                .requests()
                .getFirst();
        anna.privateFiles.add(
                new FileDraft(file, "diary.txt", "Diary", "text/plain", LocalDate.of(2026, 11, 1)),
                TransferProgress.none());
        privateFile = anna.privateFiles.list().getFirst().entry();
    }

    @AfterAll
    void stop_the_network() {
        if (participants != null) { // not founded where the class is skipped
            participants.close();
        }
    }

    @Test
    void every_call_of_an_owner_is_tried() {
        Set<String> calls = Stream.of(
                        RecordCalls.class,
                        PermissionCalls.class,
                        DocumentCalls.class,
                        AccessCalls.class,
                        StoreCalls.class)
                .flatMap(noun -> Arrays.stream(noun.getDeclaredClasses()))
                .filter(OwnerCall.class::isAssignableFrom)
                .map(LedgerCall::functionOf)
                .collect(Collectors.toSet());

        assertEquals(calls, commands().stream().map(LedgerCall::function).collect(Collectors.toSet()));
    }

    @Test
    void none_serves_under_another_certificate() throws Exception {
        requireRefused(LedgerErrorCode.OWNER_COMMAND_INVALID, (held, _) -> held.carriedBy(mallory));
        requireRefused(
                LedgerErrorCode.OWNER_COMMAND_INVALID,
                (held, _) -> held.carriedBy(
                        chen.certificate,
                        chen.keys.signing(),
                        participants.network().profile()));
    }

    @Test
    void none_serves_another_call_or_other_arguments() throws Exception {
        requireRefused(
                LedgerErrorCode.OWNER_COMMAND_INVALID,
                (held, next) -> held.with(next).carriedBy(anna));
    }

    @Test
    void none_serves_on_another_network_channel_or_contract() throws Exception {
        ConnectionProfile here = participants.network().profile();
        for (ConnectionProfile elsewhere : List.of(
                like(here, "00".repeat(32), here.channel(), here.contract()),
                like(here, here.networkId(), "elsewhere", here.contract()),
                like(here, here.networkId(), here.channel(), "another"))) {
            var before = RecordListing.of(anna);
            for (OwnerCall<?> call : commands()) {
                var held = HeldCommand.of(anna, call, Participants.CLOCK.instant(), elsewhere);
                requireRefused(
                        call,
                        LedgerErrorCode.OWNER_COMMAND_INVALID,
                        () -> held.on(here).carriedBy(anna));
            }
            assertEquals(before, RecordListing.of(anna));
        }
    }

    @Test
    void none_serves_after_its_end_nor_is_good_for_long() throws Exception {
        var before = RecordListing.of(anna);
        Instant now = Participants.CLOCK.instant();
        for (OwnerCall<?> call : commands()) {
            var past = held(call, now.minus(Duration.ofMinutes(call.isEvaluated() ? 1 : 6)));
            requireRefused(call, LedgerErrorCode.OWNER_COMMAND_EXPIRED, () -> past.carriedBy(anna));
            var tooLong = held(call, now.plus(Duration.ofMinutes(call.isEvaluated() ? 1 : 6)));
            requireRefused(call, LedgerErrorCode.OWNER_COMMAND_INVALID, () -> tooLong.carriedBy(anna));
            var dressed = past.saidToBeSignedAt(now);
            requireRefused(call, LedgerErrorCode.OWNER_COMMAND_INVALID, () -> dressed.carriedBy(anna));
        }
        assertEquals(before, RecordListing.of(anna));
    }

    private void requireRefused(LedgerErrorCode code, Attack attack) throws Exception {
        var before = RecordListing.of(anna);
        List<OwnerCall<?>> commands = commands();
        for (int i = 0; i < commands.size(); i++) {
            OwnerCall<?> next = commands.get((i + 1) % commands.size());
            var held = held(commands.get(i), Participants.CLOCK.instant());
            requireRefused(commands.get(i), code, () -> attack.with(held, next));
        }
        assertEquals(before, RecordListing.of(anna));
    }

    private static void requireRefused(OwnerCall<?> call, LedgerErrorCode code, Executable attack) {
        assertEquals(
                code,
                assertThrows(LedgerRefusalException.class, attack, call.function())
                        .code(),
                call.function());
    }

    private HeldCommand<?> held(OwnerCall<?> call, Instant signedAt) throws Exception {
        return HeldCommand.of(anna, call, signedAt, participants.network().profile());
    }

    private static ConnectionProfile like(ConnectionProfile other, String networkId, String channel, String contract) {
        return new ConnectionProfile(
                other.name(),
                other.kind(),
                networkId,
                channel,
                contract,
                other.peers(),
                other.membership(),
                other.membershipRoots(),
                other.stores());
    }

    /** One of each; carried by Anna now, each would be carried out. */
    private List<OwnerCall<?>> commands() {
        var record = anna.owned.id();
        var fresh = PermissionId.random(Participants.RANDOM);
        var scope = permission.scope();
        return List.of(
                new OpenRecord(
                        record,
                        anna.keys.signingPublicKey(),
                        RecordCalls.categories().stream()
                                .map(category -> anna.owned.categoryKey(category, 0))
                                .toList()),
                new FindRecord(record),
                new AdvanceEpoch(record, anna.owned.categoryKey(DOSE, 1), List.of()),
                new CloseRecord(record, 1),
                new CancelOperation(record, fresh.value()),
                new GrantPermission(record, fresh, chen.member.id(), scope, object(ObjectKey.grant(fresh, 1))),
                new ChangePermission(
                        record,
                        permission.id(),
                        scope,
                        object(ObjectKey.grant(permission.id(), 2)),
                        permission.version()),
                new RevokePermission(record, permission.id(), permission.version()),
                new ListPermissions(record, 10, ""),
                new CountersignDocument(
                        record,
                        document.id(),
                        anna.keys.sign(new SignedStatement.Countersignature(anna.ledger.network(), document.subject())
                                .bytes()),
                        document.version()),
                new ListDocuments(record, DOSE, 10, ""),
                new AddPrivateDocument(
                        record, DocumentId.random(Participants.RANDOM), privateFile.commitment(), privateObjects()),
                new RemovePrivateDocument(record, privateFile.id(), privateFile.version()),
                new ListPrivateDocuments(record, 10, ""),
                new AnswerRequest(record, request.id(), RequestStatus.DECLINED, request.version()),
                new ListRequests(record, 10, ""),
                new ListAccessEvents(record, 10, ""),
                new OwnerUploadUrls(record, object(ObjectKey.grant(permission.id(), 2))),
                new OwnerUploadStatusUrls(record, ObjectKey.grant(permission.id(), 2)),
                new OwnerDownloadUrls(record, document.objects().body().key()));
    }

    private static StoredDocument privateObjects() {
        ObjectName name = ObjectName.random(Participants.RANDOM);
        return new StoredDocument(
                object(ObjectKey.of(ObjectKind.PRIVATE_BODY, name)),
                object(ObjectKey.of(ObjectKind.PRIVATE_ENVELOPE, name)),
                object(ObjectKey.of(ObjectKind.PRIVATE_LABEL, name)));
    }

    private static StoredObject object(ObjectKey key) {
        return new StoredObject(key, CiphertextDigest.of(new byte[32]), 100);
    }

    /** Something done with a command that was overheard; {@code next} is another one. */
    @FunctionalInterface
    private interface Attack {
        Object with(HeldCommand<?> held, OwnerCall<?> next) throws Exception;
    }
}
