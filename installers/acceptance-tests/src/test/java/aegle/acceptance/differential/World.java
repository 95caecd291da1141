// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import aegle.acceptance.differential.Step.Call;
import aegle.record.Bytes;
import aegle.record.CategoryKey;
import aegle.record.DocumentId;
import aegle.record.KeyDigest;
import aegle.record.MemberId;
import aegle.record.MspId;
import aegle.record.PatientPseudonym;
import aegle.record.PatientRecord;
import aegle.record.PermissionId;
import aegle.record.RecordStatus;
import aegle.record.RequestId;
import aegle.record.access.AccessEvent;
import aegle.record.access.AccessRequest;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.member.Attestation;
import aegle.record.member.Member;
import aegle.record.member.Officer;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.PrivateEntry;
import aegle.record.metadata.StoredObject;
import aegle.record.permission.Permission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What one lane's part of the ledger must hold, kept by the model: plain maps, no keys, no encoding, no code of the contract. Facts have
 * stand-ins for what a network chooses ({@link Dialect}).
 */
final class World {
    static final MspId NORTH = new MspId("NorthHospitalMSP");
    static final MspId LAKESIDE = new MspId("LakesideHospitalMSP");

    final Map<KeyDigest, MspId> officers = new LinkedHashMap<>();
    final Map<List<Object>, List<Officer>> ballots = new HashMap<>();
    final Map<MemberId, Member> members = new LinkedHashMap<>();
    final Map<MemberId, Attestation> renewals = new HashMap<>();
    final Map<MemberId, Instant> endedMembers = new HashMap<>();
    final Map<PatientPseudonym, Chart> charts = new LinkedHashMap<>();
    final Map<PermissionId, Permission> permissions = new TreeMap<>(World::byNumber);
    final Map<PermissionId, Instant> revocations = new HashMap<>();
    final Map<ObjectKey, Named> objects = new HashMap<>();
    private final Map<List<Object>, Optional<Object>> operations = new HashMap<>();
    private final Map<Object, Object> changes = new HashMap<>();

    World() {
        for (int i = 0; i < Stage.OFFICERS.size(); i++) {
            officers.put(Stage.OFFICERS.get(i).digest(), i < 2 ? NORTH : LAKESIDE);
        }
    }

    /** Another world in which everything is as it is here now, and goes its own way from here. */
    World copy() {
        var copy = new World();
        copy.officers.clear();
        copy.officers.putAll(officers);
        copy.ballots.putAll(ballots);
        copy.members.putAll(members);
        copy.renewals.putAll(renewals);
        copy.endedMembers.putAll(endedMembers);
        charts.forEach((id, chart) -> copy.charts.put(id, chart.copy()));
        copy.permissions.putAll(permissions);
        copy.revocations.putAll(revocations);
        copy.objects.putAll(objects);
        copy.operations.putAll(operations);
        copy.changes.putAll(changes);
        return copy;
    }

    private static int byNumber(PermissionId one, PermissionId other) {
        return one.hex().compareTo(other.hex());
    }

    /** A record with everything in it. */
    static final class Chart {
        PatientRecord record;
        Instant ended = Instant.MAX;
        final Map<DocumentCategory, CategoryKey> keys = new EnumMap<>(DocumentCategory.class);
        final Map<DocumentId, DocumentEntry> documents = new LinkedHashMap<>();
        final Map<String, PrivateEntry> files = new TreeMap<>();
        final Map<String, AccessRequest> requests = new TreeMap<>();
        final List<AccessEvent> listed = new ArrayList<>();
        final Map<List<Object>, AccessEvent> accesses = new HashMap<>();
        final Map<MemberId, Integer> denials =
                new TreeMap<>((one, other) -> one.hex().compareTo(other.hex()));
        final Set<List<Object>> permits = new HashSet<>();

        Chart(PatientRecord record) {
            this.record = record;
        }

        private Chart copy() {
            var copy = new Chart(record);
            copy.ended = ended;
            copy.keys.putAll(keys);
            copy.documents.putAll(documents);
            copy.files.putAll(files);
            copy.requests.putAll(requests);
            copy.listed.addAll(listed);
            copy.accesses.putAll(accesses);
            copy.denials.putAll(denials);
            copy.permits.addAll(permits);
            return copy;
        }

        Optional<AccessRequest> request(RequestId id) {
            return Optional.ofNullable(requests.get(id.hex()));
        }

        Optional<PrivateEntry> file(DocumentId id) {
            return Optional.ofNullable(files.get(id.hex()));
        }

        DocumentEntry document(DocumentId id) {
            return Optional.ofNullable(documents.get(id))
                    .orElseThrow(() -> new Refused(LedgerErrorCode.DOCUMENT_UNKNOWN));
        }
    }

    /** An object that the ledger names. */
    record Named(PatientPseudonym record, StoredObject object, boolean withdrawn) {}

    Chart chart(PatientPseudonym record) {
        return Optional.ofNullable(charts.get(record)).orElseThrow(() -> new Refused(LedgerErrorCode.RECORD_UNKNOWN));
    }

    Chart openChart(PatientPseudonym record) {
        Chart chart = chart(record);
        Refused.unless(chart.record.status() == RecordStatus.OPEN, LedgerErrorCode.RECORD_NOT_OPEN);
        return chart;
    }

    Optional<Permission> permission(PatientPseudonym record, PermissionId id) {
        return Optional.ofNullable(permissions.get(id))
                .filter(found -> found.record().equals(record));
    }

    Permission requirePermission(PatientPseudonym record, PermissionId id) {
        return permission(record, id).orElseThrow(() -> new Refused(LedgerErrorCode.PERMISSION_UNKNOWN));
    }

    Member member(MemberId id) {
        return Optional.ofNullable(members.get(id)).orElseThrow(() -> new Refused(LedgerErrorCode.MEMBER_UNKNOWN));
    }

    Optional<Member> memberWith(KeyDigest key) {
        return members.values().stream()
                .filter(member -> member.key().digest().equals(key))
                .findFirst();
    }

    Member caller(Call call) {
        return memberWith(call.caller().digest()).orElseThrow(() -> new Refused(LedgerErrorCode.MEMBER_UNKNOWN));
    }

    void requireFree(ObjectKey key) {
        Refused.unless(!objects.containsKey(key), LedgerErrorCode.OBJECT_NAME_TAKEN);
    }

    void name(PatientPseudonym record, List<StoredObject> named) {
        named.forEach(object -> objects.put(object.key(), new Named(record, object, false)));
    }

    /** Never handed out again. */
    void withdraw(PatientPseudonym record, List<StoredObject> removed) {
        removed.forEach(object -> objects.put(object.key(), new Named(record, object, true)));
    }

    /** Whether exactly this was done already under that number. */
    boolean isRepeated(Object scope, Bytes number, Object content) {
        Optional<Object> mark = operations.get(List.of(scope, number));
        if (mark == null) {
            return false;
        }
        Refused.unless(mark.isPresent(), LedgerErrorCode.OPERATION_CANCELLED);
        Refused.unless(mark.get().equals(content), LedgerErrorCode.OPERATION_ID_REUSED);
        return true;
    }

    void remember(Object scope, Bytes number, Object content) {
        operations.put(List.of(scope, number), Optional.of(content));
    }

    void requireBuriable(Object scope, Bytes number) {
        Refused.unless(number.length() == 16, LedgerErrorCode.ARGUMENT_MALFORMED);
        Refused.unless(
                operations
                        .getOrDefault(List.of(scope, number), Optional.empty())
                        .isEmpty(),
                LedgerErrorCode.OPERATION_ID_REUSED);
    }

    void bury(Object scope, Bytes number) {
        operations.put(List.of(scope, number), Optional.empty());
    }

    /** Whether exactly this was the last change of that fact. */
    boolean isRepeatedChange(Object fact, long current, long expected, Object content) {
        if (current == expected) {
            return false;
        }
        Refused.unless(
                current == expected + 1 && Objects.equals(changes.get(fact), content), LedgerErrorCode.VERSION_CHANGED);
        return true;
    }

    void rememberChange(Object fact, Object content) {
        changes.put(fact, content);
    }
}
