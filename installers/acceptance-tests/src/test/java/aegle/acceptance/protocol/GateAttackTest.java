// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aegle.acceptance.EmbeddedOnly;
import aegle.acceptance.FabricOnly;
import aegle.acceptance.Trial;
import aegle.contract.PatientRecordContract;
import aegle.embedded.NetworkParts;
import aegle.record.Bytes;
import aegle.record.CiphertextDigest;
import aegle.record.ObjectName;
import aegle.record.call.Query;
import aegle.record.call.StoreCalls.DocumentUrls;
import aegle.record.call.StoreCalls.GrantUrls;
import aegle.record.call.StoreCalls.StoreUrl;
import aegle.record.call.StoreCalls.StoreUrls;
import aegle.record.call.StoreCalls.UploadStatusUrls;
import aegle.record.call.StoreCalls.UploadUrls;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.ObjectKind;
import aegle.record.metadata.StoredObject;
import aegle.record.permission.Permission;
import aegle.record.permission.Right;
import aegle.record.permission.ValidityPeriod;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.SharingException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The gate signs for nobody but whom the ledger permits now, and what it signs serves one object, method, length and content. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GateAttackTest {
    private static final DocumentCategory DOSE = DocumentCategory.RADIATION_DOSE;
    private static final byte[] CONTENT = "sealed as it were".getBytes(StandardCharsets.US_ASCII);
    private static final int OK = 200;
    private static final int BAD_CHECKSUM = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_THERE = 404;
    private static final int THERE_ALREADY = 412;

    private final MovableClock clock = new MovableClock();
    private StoreDoor door;
    private Path folder;
    private Participants participants;
    private ClinicianDesk chen;
    private ClinicianDesk weber;
    private PatientDesk anna;
    private Permission permission;
    private DocumentEntry document;

    @BeforeAll
    void found_the_network(@TempDir Path shared) throws Exception {
        folder = shared;
        participants = Participants.onEither(
                folder,
                NetworkParts.standard(clock, Participants.RANDOM)
                        .withContract(
                                settings -> new PatientRecordContract(settings.tolerating(Duration.ofMinutes(10)))));
        door = new StoreDoor(participants.network().profile().stores().getFirst());
        chen = participants.mayaChen();
        weber = participants.tomWeber();
    }

    @BeforeEach
    void open_annas_record() throws Exception {
        anna = participants.anna();
        permission = anna.allow(chen.member, Right.READ, Right.WRITE);
        chen.link(anna);
        document = chen.upload(anna, Files.writeString(folder.resolve("dose.pdf"), "delivered"), DOSE);
    }

    @AfterEach
    void set_the_clock_right() {
        clock.put(Duration.ZERO);
    }

    @AfterAll
    void stop_the_network() {
        if (participants != null) { // not founded where the class is skipped
            door.close();
            participants.close();
        }
    }

    @Test
    void body_and_envelope_need_a_permit_of_this_clinician() throws Exception {
        for (StoredObject object : new StoredObject[] {
            document.objects().body(), document.objects().envelope()
        }) {
            requireRefused(LedgerErrorCode.PERMIT_MISSING, chen, urls(permission, object));
        }
        assertEquals(
                OK,
                door.get(
                        chen.ledger.evaluate(urls(permission, document.objects().label()))));

        Permission webers = anna.allow(weber.member, Right.READ);
        weber.read(anna, document);
        requireRefused(
                LedgerErrorCode.PERMIT_MISSING,
                chen,
                urls(permission, document.objects().body()));
        assertEquals(
                OK,
                door.get(weber.ledger.evaluate(urls(webers, document.objects().body()))));
    }

    @Test
    @EmbeddedOnly("moves the contract's clock")
    void a_permit_older_than_two_minutes_gets_nothing() throws Exception {
        chen.read(anna, document);
        clock.put(Duration.ofSeconds(110));
        assertEquals(
                OK,
                door.get(
                        chen.ledger.evaluate(urls(permission, document.objects().body()))));
        clock.put(Duration.ofSeconds(121));

        requireRefused(
                LedgerErrorCode.PERMIT_TOO_OLD,
                chen,
                urls(permission, document.objects().body()));
        requireRefused(
                LedgerErrorCode.PERMIT_TOO_OLD,
                chen,
                urls(permission, document.objects().envelope()));
    }

    @Test
    void a_fresh_permit_gets_nothing_once_the_permission_is_stopped() throws Exception {
        chen.read(anna, document);
        anna.permissions.stop(permission);

        for (StoredObject object : new StoredObject[] {
            document.objects().body(),
            document.objects().envelope(),
            document.objects().label()
        }) {
            requireRefused(LedgerErrorCode.PERMISSION_REVOKED, chen, urls(permission, object));
        }
        requireRefused(LedgerErrorCode.PERMISSION_REVOKED, chen, new GrantUrls(permission.record(), permission.id()));
    }

    @Test
    void nobody_is_served_by_anothers_permission() throws Exception {
        chen.read(anna, document);
        requireRefused(
                LedgerErrorCode.PERMISSION_OF_ANOTHER_CLINICIAN,
                weber,
                urls(permission, document.objects().label()));
        requireRefused(
                LedgerErrorCode.PERMISSION_OF_ANOTHER_CLINICIAN,
                weber,
                new GrantUrls(permission.record(), permission.id()));
        requireRefused(LedgerErrorCode.PERMISSION_OF_ANOTHER_CLINICIAN, weber, upload(permission, object(CONTENT)));

        Permission writes = anna.allow(weber.member, Set.of(DOSE), Right.WRITE);
        requireRefused(
                LedgerErrorCode.RIGHT_MISSING,
                weber,
                urls(writes, document.objects().label()));
        requireRefused(
                LedgerErrorCode.RIGHT_MISSING,
                weber,
                urls(writes, document.objects().body()));
    }

    @Test
    void a_url_leads_to_one_object_by_one_method() throws Exception {
        chen.read(anna, document);
        DocumentEntry other = chen.upload(anna, folder.resolve("dose.pdf"), DOSE);
        requireRefused(
                LedgerErrorCode.OBJECT_UNKNOWN,
                chen,
                urls(permission, other.objects().body()));

        StoreUrl url =
                first(chen.ledger.evaluate(urls(permission, document.objects().body())));
        assertEquals(OK, door.send(url.url(), "GET", BodyPublishers.noBody()));
        String otherPath = url.url()
                .replace(
                        document.objects().body().key().path(),
                        other.objects().body().key().path());
        assertEquals(FORBIDDEN, door.send(otherPath, "GET", BodyPublishers.noBody()));
        assertEquals(
                FORBIDDEN,
                door.send(url.url().replace("X-Amz-Expires=60", "X-Amz-Expires=6000"), "GET", BodyPublishers.noBody()));
        Map<String, String> before = shown();
        assertEquals(FORBIDDEN, door.send(url.url(), "DELETE", BodyPublishers.noBody()));
        assertEquals(FORBIDDEN, door.send(url.url(), "PUT", BodyPublishers.ofByteArray(CONTENT)));
        assertEquals(before, shown());
    }

    @Test
    @EmbeddedOnly("moves the contract's clock")
    void a_url_has_an_end() throws Exception {
        Instant begin = clock.instant().minus(Duration.ofHours(1));
        Permission older = anna.allow(
                chen.member, Set.of(DOSE), new ValidityPeriod(begin, begin.plus(Duration.ofHours(2))), Right.READ);
        chen.read(anna, document);
        clock.put(Duration.ofSeconds(-61));

        StoreUrl url = first(chen.ledger.evaluate(urls(older, document.objects().body())));

        assertEquals(FORBIDDEN, door.send(url.url(), "GET", BodyPublishers.noBody()));
    }

    @Test
    void a_write_url_takes_its_own_bytes_once_and_no_others() throws Exception {
        StoredObject object = object(CONTENT);
        StoreUrl url = first(chen.ledger.evaluate(upload(permission, object)));
        byte[] longer = (new String(CONTENT, StandardCharsets.US_ASCII) + "!").getBytes(StandardCharsets.US_ASCII);
        Map<String, String> before = shown();

        assertEquals(BAD_CHECKSUM, door.put(url, LyingStore.altered(CONTENT)));
        assertEquals(FORBIDDEN, door.put(url, longer));
        assertEquals(withoutHeaders(), door.send(url.url(), "PUT", BodyPublishers.ofByteArray(CONTENT)));
        assertEquals(NOT_THERE, arrived(object));

        assertEquals(OK, door.put(url, CONTENT));
        assertEquals(OK, arrived(object));
        assertEquals(THERE_ALREADY, door.put(url, CONTENT));
        assertEquals(FORBIDDEN, door.put(url, longer));
        assertEquals(OK, arrived(object));
        assertEquals(before, shown());
    }

    @Test
    @FabricOnly
    void a_url_and_a_permit_have_their_end_by_the_clock_on_the_wall() throws Exception {
        chen.read(anna, document);
        StoreUrl url =
                first(chen.ledger.evaluate(urls(permission, document.objects().body())));
        assertEquals(OK, door.send(url.url(), "GET", BodyPublishers.noBody()));

        Await.until(
                Duration.ofSeconds(75),
                "the URL's end",
                () -> door.send(url.url(), "GET", BodyPublishers.noBody()) == FORBIDDEN);
        assertEquals(
                OK,
                door.get(
                        chen.ledger.evaluate(urls(permission, document.objects().body()))));
        Await.until(Duration.ofSeconds(90), "the permit's end", () -> {
            try {
                chen.ledger.evaluate(urls(permission, document.objects().body()));
                return false;
            } catch (LedgerRefusalException e) {
                assertEquals(LedgerErrorCode.PERMIT_TOO_OLD, e.code());
                return true;
            }
        });
    }

    @Test
    void no_write_url_is_signed_for_a_name_that_is_taken_or_not_hers_to_put() throws Exception {
        StoredObject body = document.objects().body();
        requireRefused(
                LedgerErrorCode.OBJECT_NAME_TAKEN,
                chen,
                upload(permission, new StoredObject(body.key(), digest(CONTENT), CONTENT.length)));
        requireRefused(
                LedgerErrorCode.OBJECT_NOT_ALLOWED,
                chen,
                upload(permission, new StoredObject(ObjectKey.grant(permission.id(), 2), digest(CONTENT), 17)));
        requireRefused(
                LedgerErrorCode.OBJECT_NOT_ALLOWED,
                chen,
                upload(
                        permission,
                        new StoredObject(
                                ObjectKey.of(ObjectKind.PRIVATE_BODY, ObjectName.random(Participants.RANDOM)),
                                digest(CONTENT),
                                17)));
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("dose.pdf")),
                chen.read(anna, document),
                "the document is still there");
    }

    @Test
    @EmbeddedOnly("looks into the files of a store")
    void a_write_url_for_what_the_ledger_has_changes_nothing_where_it_lies() throws Exception {
        StoredObject body = document.objects().body();
        byte[] there = Files.readAllBytes(
                folder.resolve("network/store-1/aegle").resolve(body.key().path()));
        Map<String, String> before = stored();

        StoreUrl url = first(chen.ledger.evaluate(upload(permission, body)));
        assertEquals(THERE_ALREADY, door.put(url, there));
        Files.delete(folder.resolve("network/store-1/aegle").resolve(body.key().path()));
        assertEquals(BAD_CHECKSUM, door.put(url, LyingStore.altered(there)));
        assertEquals(OK, door.put(url, there));

        assertEquals(before, stored());
    }

    private static DocumentUrls urls(Permission permission, DocumentEntry document, StoredObject object) {
        return new DocumentUrls(permission.record(), permission.id(), document.id(), object.key());
    }

    private DocumentUrls urls(Permission by, StoredObject object) {
        return urls(by, document, object);
    }

    private static UploadUrls upload(Permission permission, StoredObject object) {
        return new UploadUrls(permission.record(), permission.id(), DOSE, object);
    }

    private void requireRefused(LedgerErrorCode code, ClinicianDesk attacker, Query<StoreUrls> call)
            throws SharingException {
        var before = RecordListing.of(anna);
        var refusal = assertThrows(LedgerRefusalException.class, () -> attacker.ledger.evaluate(call));
        assertEquals(code, refusal.code());
        assertEquals(before, RecordListing.of(anna));
    }

    private static StoredObject object(byte... content) throws Exception {
        return new StoredObject(
                ObjectKey.of(ObjectKind.BODY, ObjectName.random(Participants.RANDOM)), digest(content), content.length);
    }

    private static CiphertextDigest digest(byte... content) throws Exception {
        return CiphertextDigest.of(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private static StoreUrl first(StoreUrls urls) {
        return urls.urls().getFirst();
    }

    /** Stores differ in how they refuse a call whose signed headers are missing. */
    private static int withoutHeaders() {
        return switch (Trial.NETWORK) {
            case EMBEDDED -> FORBIDDEN;
            case FABRIC -> BAD_CHECKSUM;
        };
    }

    private int arrived(StoredObject object) throws Exception {
        var urls = chen.ledger.evaluate(new UploadStatusUrls(permission.record(), permission.id(), DOSE, object.key()));
        return door.head(urls);
    }

    /** What the stores show of Anna's documents: path and digest. */
    private Map<String, String> shown() throws Exception {
        var objects = new TreeMap<String, String>();
        for (DocumentEntry entry : anna.documents.entries()) {
            for (var object : List.of(
                    entry.objects().body(),
                    entry.objects().envelope(),
                    entry.objects().label())) {
                byte[] bytes = anna.store.get(object, anna.owned.downloadGate(object));
                objects.put(
                        object.key().path(),
                        Bytes.of(digest(bytes).value().toByteArray()).hex());
            }
        }
        return objects;
    }

    /** What lies in the first store: path and digest. */
    private Map<String, String> stored() throws Exception {
        Path bucket = folder.resolve("network/store-1/aegle");
        var objects = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(bucket)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                objects.put(
                        bucket.relativize(file).toString(),
                        Bytes.of(digest(Files.readAllBytes(file)).value().toByteArray())
                                .hex());
            }
        }
        return objects;
    }
}
