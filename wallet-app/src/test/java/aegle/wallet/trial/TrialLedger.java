// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.trial;

import aegle.record.CategoryKey;
import aegle.record.DocumentId;
import aegle.record.MemberId;
import aegle.record.NetworkId;
import aegle.record.PatientPseudonym;
import aegle.record.PatientRecord;
import aegle.record.PermissionId;
import aegle.record.RecordStatus;
import aegle.record.RequestId;
import aegle.record.access.AccessEvent;
import aegle.record.access.AccessRequest;
import aegle.record.access.DenialCount;
import aegle.record.call.AccessCalls.AccessEventPage;
import aegle.record.call.AccessCalls.AnswerRequest;
import aegle.record.call.AccessCalls.ListAccessEvents;
import aegle.record.call.AccessCalls.ListRequests;
import aegle.record.call.AccessCalls.RequestPage;
import aegle.record.call.DocumentCalls.AddPrivateDocument;
import aegle.record.call.DocumentCalls.CountersignDocument;
import aegle.record.call.DocumentCalls.DocumentPage;
import aegle.record.call.DocumentCalls.ListDocuments;
import aegle.record.call.DocumentCalls.ListPrivateDocuments;
import aegle.record.call.DocumentCalls.PrivatePage;
import aegle.record.call.DocumentCalls.RemovePrivateDocument;
import aegle.record.call.MemberCalls.FindMember;
import aegle.record.call.MemberCalls.ListMembers;
import aegle.record.call.MemberCalls.MemberPage;
import aegle.record.call.OwnerCall;
import aegle.record.call.PermissionCalls.ChangePermission;
import aegle.record.call.PermissionCalls.GrantPermission;
import aegle.record.call.PermissionCalls.ListPermissions;
import aegle.record.call.PermissionCalls.PermissionPage;
import aegle.record.call.PermissionCalls.RevokePermission;
import aegle.record.call.Query;
import aegle.record.call.RecordCalls.AdvanceEpoch;
import aegle.record.call.RecordCalls.FindRecord;
import aegle.record.call.RecordCalls.OpenRecord;
import aegle.record.call.RecordCalls.RecordView;
import aegle.record.call.StoreCalls.OwnerDownloadUrls;
import aegle.record.call.StoreCalls.OwnerUploadUrls;
import aegle.record.call.StoreCalls.StoreUrls;
import aegle.record.call.Transaction;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.member.Member;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.metadata.PrivateEntry;
import aegle.record.permission.Permission;
import aegle.sharing.CommandSigner;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.RecordLedger;
import aegle.sharing.SharingException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** One patient's record, the directory and what happened, in memory. */
public final class TrialLedger implements RecordLedger {
    private static final Duration GOOD_FOR = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<MemberId, Member> members = new LinkedHashMap<>();
    private final Map<PermissionId, Permission> permissions = new LinkedHashMap<>();
    private final Map<DocumentId, DocumentEntry> documents = new LinkedHashMap<>();
    private final Map<DocumentId, PrivateEntry> privateFiles = new LinkedHashMap<>();
    private final Map<RequestId, AccessRequest> requests = new LinkedHashMap<>();
    private final Deque<AccessEvent> events = new ArrayDeque<>();
    private final List<DenialCount> denials = new ArrayList<>();
    private final Map<DocumentCategory, CategoryKey> categoryKeys = new EnumMap<>(DocumentCategory.class);
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, SharingException> failures = new ConcurrentHashMap<>();
    private Optional<PatientRecord> record = Optional.empty();

    TrialLedger(Clock clock) {
        this.clock = clock;
    }

    /** Fail every call of that function until {@link #recover}. */
    public void fail(String function, SharingException failure) {
        failures.put(function, failure);
    }

    /** Fail every call until {@link #recover}. */
    public void failAll(SharingException failure) {
        failures.put("", failure);
    }

    /** Answer again. */
    public void recover() {
        failures.clear();
    }

    /** Tell everybody who listens that something has changed. */
    public void hint() {
        listeners.forEach(Runnable::run);
    }

    public synchronized void add(Member member) {
        members.put(member.id(), member);
    }

    public synchronized void add(DocumentEntry entry) {
        documents.put(entry.id(), entry);
    }

    public synchronized void add(AccessRequest request) {
        requests.put(request.id(), request);
    }

    public synchronized void add(AccessEvent event) {
        events.addFirst(event);
    }

    public synchronized void add(DenialCount count) {
        denials.add(count);
    }

    public synchronized List<Permission> permissions() {
        return List.copyOf(permissions.values());
    }

    public synchronized Optional<DocumentEntry> document(DocumentId id) {
        return Optional.ofNullable(documents.get(id));
    }

    public synchronized Optional<AccessRequest> request(RequestId id) {
        return Optional.ofNullable(requests.get(id));
    }

    public synchronized PatientRecord record() {
        return record.orElseThrow();
    }

    public synchronized CategoryKey categoryKey(DocumentCategory category) {
        return Objects.requireNonNull(categoryKeys.get(category));
    }

    @Override
    public NetworkId network() {
        return NetworkId.of(new byte[32]);
    }

    @Override
    public String channel() {
        return "aegle";
    }

    @Override
    public String answeringHospital() {
        return "St. Anne’s Hospital";
    }

    @Override
    public <A extends Record> A submit(Transaction<A> call) {
        throw new UnsupportedOperationException("no patient submits a " + call.function());
    }

    @Override
    public synchronized <A extends Record> A evaluate(Query<A> call) throws SharingException {
        mayFail(call.function());
        Record answer = switch (call) {
            case FindMember find -> member(find.member());
            case ListMembers list -> found(list.text());
            default -> throw new UnsupportedOperationException("no patient asks " + call.function());
        };
        return call.answerType().cast(answer);
    }

    @Override
    public synchronized <A extends Record> A perform(OwnerCall<A> call, CommandSigner owner) throws SharingException {
        owner.sign(new byte[] {1});
        mayFail(call.function());
        Record answer = switch (call) {
            case OpenRecord open -> open(open);
            case FindRecord _ -> new RecordView(record(), List.copyOf(categoryKeys.values()));
            case GrantPermission grant -> grant(grant);
            case ChangePermission change -> change(change);
            case RevokePermission revoke -> revoke(revoke);
            case AdvanceEpoch advance -> advance(advance);
            case ListPermissions _ -> new PermissionPage(permissions(), "");
            case ListDocuments list -> documents(list.category());
            case CountersignDocument countersign -> countersign(countersign);
            case ListRequests _ -> new RequestPage(List.copyOf(requests.values()), "");
            case AnswerRequest answered -> answer(answered);
            case ListAccessEvents _ -> new AccessEventPage(List.copyOf(events), List.copyOf(denials), "");
            case ListPrivateDocuments _ -> new PrivatePage(List.copyOf(privateFiles.values()), "");
            case AddPrivateDocument add -> addPrivate(add);
            case RemovePrivateDocument remove -> removePrivate(remove);
            case OwnerUploadUrls _, OwnerDownloadUrls _ ->
                new StoreUrls(List.of(), clock.instant().plus(GOOD_FOR));
            default -> throw new UnsupportedOperationException("no patient calls " + call.function());
        };
        return call.answerType().cast(answer);
    }

    @Override
    public AutoCloseable onChange(PatientPseudonym changed, Runnable hint) {
        listeners.add(hint);
        return () -> listeners.remove(hint);
    }

    @Override
    public void close() {
        listeners.clear();
    }

    private void mayFail(String function) throws SharingException {
        SharingException failure = failures.getOrDefault(function, failures.get(""));
        if (failure != null) {
            throw failure;
        }
    }

    private Member member(MemberId id) throws LedgerRefusalException {
        Member member = members.get(id);
        if (member == null) {
            throw new LedgerRefusalException(LedgerErrorCode.MEMBER_UNKNOWN, "no such member");
        }
        return member;
    }

    private MemberPage found(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return new MemberPage(
                members.values().stream()
                        .filter(member -> member.professional()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .contains(wanted)
                                || member.professional().npi().equals(text))
                        .toList(),
                "");
    }

    private PatientRecord open(OpenRecord call) {
        if (record.isEmpty()) {
            record = Optional.of(
                    new PatientRecord(call.record(), call.ownerKey(), RecordStatus.OPEN, clock.instant(), 1));
            call.categoryKeys().forEach(key -> categoryKeys.put(key.category(), key));
        }
        return record();
    }

    private Permission grant(GrantPermission call) {
        var permission = new Permission(
                call.permission(),
                call.record(),
                call.grantee(),
                call.scope(),
                call.grant(),
                clock.instant(),
                Optional.empty(),
                1);
        permissions.put(permission.id(), permission);
        return permission;
    }

    private Permission change(ChangePermission call) {
        return kept(permission(call.permission()).changed(call.scope(), call.grant()));
    }

    private Permission revoke(RevokePermission call) {
        return kept(permission(call.permission()).revoked(clock.instant()));
    }

    private Permission permission(PermissionId id) {
        return Objects.requireNonNull(permissions.get(id));
    }

    private Permission kept(Permission permission) {
        permissions.put(permission.id(), permission);
        return permission;
    }

    private CategoryKey advance(AdvanceEpoch call) {
        categoryKeys.put(call.next().category(), call.next());
        return call.next();
    }

    private DocumentPage documents(DocumentCategory category) {
        return new DocumentPage(
                documents.values().stream()
                        .filter(entry -> entry.category() == category)
                        .toList(),
                "");
    }

    private DocumentEntry countersign(CountersignDocument call) {
        DocumentEntry signed =
                Objects.requireNonNull(documents.get(call.document())).countersigned(call.countersignature());
        documents.put(signed.id(), signed);
        return signed;
    }

    private AccessRequest answer(AnswerRequest call) {
        AccessRequest answered =
                Objects.requireNonNull(requests.get(call.request())).answered(call.answer());
        requests.put(answered.id(), answered);
        return answered;
    }

    private PrivateEntry addPrivate(AddPrivateDocument call) {
        var entry = new PrivateEntry(
                call.document(),
                call.record(),
                call.commitment(),
                call.objects(),
                clock.instant(),
                Optional.empty(),
                1);
        privateFiles.put(entry.id(), entry);
        return entry;
    }

    private PrivateEntry removePrivate(RemovePrivateDocument call) {
        PrivateEntry removed =
                Objects.requireNonNull(privateFiles.get(call.document())).removed(clock.instant());
        privateFiles.put(removed.id(), removed);
        return removed;
    }
}
