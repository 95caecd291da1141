// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.AccessId;
import aegle.record.Bytes;
import aegle.record.DocumentId;
import aegle.record.KeyDigest;
import aegle.record.MemberId;
import aegle.record.MspId;
import aegle.record.PatientPseudonym;
import aegle.record.PermissionId;
import aegle.record.RequestId;
import aegle.record.access.AccessEvent;
import aegle.record.member.Member;
import aegle.record.member.Officer;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.metadata.ObjectKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.hyperledger.fabric.shim.ledger.CompositeKey;

/**
 * Where a fact lies in the world state: a composite key. All keys of the ledger are listed here; one fact, one key, so that
 * independent writes never meet.
 *
 * <p>Indexes are keys of their own whose last attributes name the fact. Times in keys are Unix milliseconds as 16 hexadecimal
 * digits, or counted down from the largest number where the newest shall come first.
 */
record LedgerKey(String type, List<String> attributes) {
    private static final HexFormat HEX = HexFormat.of();

    static LedgerKey founding() {
        return of("founding");
    }

    static LedgerKey officer(KeyDigest key) {
        return of("officer", key.hex());
    }

    static LedgerKey officers() {
        return of("officer");
    }

    static LedgerKey ballot(Officer officer, boolean remove) {
        return of("ballot", officer.key().hex(), officer.hospital().value(), remove ? "remove" : "add");
    }

    static LedgerKey member(MemberId member) {
        return of("member", member.hex());
    }

    static LedgerKey memberByKey(KeyDigest key) {
        return of("member-key", key.hex());
    }

    static LedgerKey renewal(MemberId member) {
        return of("renewal", member.hex());
    }

    static LedgerKey hospitalMembers(MspId hospital) {
        return of("hospital-member", hospital.value());
    }

    static LedgerKey hospitalMember(Member member) {
        return hospitalMembers(member.hospital()).with(member.id().hex());
    }

    static LedgerKey directory() {
        return of("directory");
    }

    static LedgerKey directoryEntry(Member member) {
        String name = member.professional().name().toLowerCase(Locale.ROOT);
        return directory()
                .with(
                        HEX.formatHex(name.getBytes(StandardCharsets.UTF_8)),
                        member.id().hex());
    }

    static LedgerKey record(PatientPseudonym record) {
        return of("record", record.hex());
    }

    static LedgerKey categoryKey(PatientPseudonym record, DocumentCategory category) {
        return of("category", record.hex(), category.name());
    }

    static LedgerKey permission(PermissionId permission) {
        return of("permission", permission.hex());
    }

    static LedgerKey permissionsOfRecord(PatientPseudonym record) {
        return of("record-permission", record.hex());
    }

    static LedgerKey permissionsOfMember(MemberId member) {
        return of("member-permission", member.hex());
    }

    static LedgerKey document(PatientPseudonym record, DocumentId document) {
        return of("document", record.hex(), document.hex());
    }

    static LedgerKey documentsOfCategory(PatientPseudonym record, DocumentCategory category) {
        return of("category-document", record.hex(), category.name());
    }

    static LedgerKey uploads(PatientPseudonym record, MemberId uploader, DocumentCategory category) {
        return of("upload", record.hex(), uploader.hex(), category.name());
    }

    static LedgerKey object(ObjectKey object) {
        return of("object", object.path());
    }

    static LedgerKey privateDocuments(PatientPseudonym record) {
        return of("private", record.hex());
    }

    static LedgerKey privateDocument(PatientPseudonym record, DocumentId document) {
        return privateDocuments(record).with(document.hex());
    }

    static LedgerKey accessEvent(PatientPseudonym record, MemberId member, AccessId access) {
        return of("access", record.hex(), member.hex(), access.hex());
    }

    static LedgerKey accessTimes(PatientPseudonym record) {
        return of("access-time", record.hex());
    }

    static LedgerKey accessTime(AccessEvent event) {
        return accessTimes(event.record())
                .with(
                        newestFirst(event.time()),
                        event.member().hex(),
                        event.id().hex());
    }

    static LedgerKey denials(PatientPseudonym record) {
        return of("denial", record.hex());
    }

    static LedgerKey denialsOf(PatientPseudonym record, MemberId member, Instant hour) {
        return denials(record).with(newestFirst(hour), member.hex());
    }

    static LedgerKey permit(PatientPseudonym record, DocumentId document, MemberId member) {
        return of("permit", record.hex(), document.hex(), member.hex());
    }

    static LedgerKey requests(PatientPseudonym record) {
        return of("request", record.hex());
    }

    static LedgerKey request(PatientPseudonym record, RequestId request) {
        return requests(record).with(request.hex());
    }

    static LedgerKey requestsOfMember(MemberId member) {
        return of("member-request", member.hex());
    }

    static LedgerKey operation(String scope, Bytes operation) {
        return of("operation", scope, operation.hex());
    }

    static LedgerKey change(LedgerKey fact) {
        return of("change", fact.type).with(fact.attributes.toArray(String[]::new));
    }

    static LedgerKey end(LedgerKey fact) {
        return of("end", fact.type).with(fact.attributes.toArray(String[]::new));
    }

    LedgerKey with(DocumentEntry entry) {
        return with(newestFirst(entry.recordedAt()), entry.id().hex());
    }

    LedgerKey with(String... more) {
        var all = new ArrayList<>(attributes);
        all.addAll(List.of(more));
        return new LedgerKey(type, List.copyOf(all));
    }

    CompositeKey composite() {
        return new CompositeKey(type, attributes);
    }

    private static String newestFirst(Instant time) {
        return HEX.toHexDigits(Long.MAX_VALUE - time.toEpochMilli());
    }

    private static LedgerKey of(String type, String... attributes) {
        return new LedgerKey(type, List.of(attributes));
    }
}
