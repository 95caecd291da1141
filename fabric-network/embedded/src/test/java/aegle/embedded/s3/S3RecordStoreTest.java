// SPDX-License-Identifier: Apache-2.0

package aegle.embedded.s3;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.embedded.s3.SwitchableFault.Kind;
import aegle.record.ObjectName;
import aegle.record.call.StoreCalls.StoreUrl;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.metadata.StoredObject;
import aegle.sharing.IntegrityCheck;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.RecordIntegrityException;
import aegle.sharing.RecordStore.Gate;
import aegle.sharing.RecordStore.StoreStatus;
import aegle.sharing.StoreUnavailableException;
import aegle.sharing.TransferProgress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3RecordStoreTest {
    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private StoreRig rig;

    @BeforeEach
    void start_two_stores() throws IOException {
        rig = new StoreRig(folder, 2);
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64 << 10, (1 << 20) + 1, 8 << 20})
    void what_was_put_is_got_byte_for_byte(int length) throws Exception {
        byte[] content = StoreRig.content(length);
        var object = StoreRig.object(content);
        Path sealed = Files.write(folder.resolve("sealed"), content);
        Path target = folder.resolve("target");

        int copies = rig.client().put(object, sealed, rig.mayPut(object), TransferProgress.none());
        rig.client().get(object, target, rig.mayGet(object), TransferProgress.none());

        assertEquals(2, copies);
        assertArrayEquals(content, Files.readAllBytes(target));
        assertEquals(new StoreStatus(2, 2), rig.client().status());
    }

    @Test
    void small_objects_need_no_file() throws Exception {
        byte[] content = StoreRig.content(1 << 20);
        var object = StoreRig.object(content);

        rig.client().put(object, content, rig.mayPut(object));

        assertArrayEquals(content, rig.client().get(object, rig.mayGet(object)));
    }

    @Test
    void progress_reaches_the_whole_length_and_never_goes_back() throws Exception {
        byte[] content = StoreRig.content(2 << 20);
        var object = StoreRig.object(content);
        var last = new AtomicLong();
        TransferProgress progress = (done, total) -> {
            assertEquals(content.length, total);
            last.accumulateAndGet(done, Math::max);
        };

        rig.client().put(object, Files.write(folder.resolve("sealed"), content), rig.mayPut(object), progress);
        assertEquals(content.length, last.getAndSet(0));

        rig.client().get(object, folder.resolve("target"), rig.mayGet(object), progress);
        assertEquals(content.length, last.get());
    }

    @Test
    void a_repeated_put_counts_as_done() throws Exception {
        byte[] content = StoreRig.content(5000);
        var object = StoreRig.object(content);
        rig.client().put(object, content, rig.mayPut(object));

        assertEquals(2, rig.client().put(object, content, rig.mayPut(object)));
        assertEquals(
                2, rig.client().put(object, content, () -> rig.mayPut(object).urls()));
    }

    @Test
    void a_missing_copy_is_completed_and_nothing_is_sent_where_it_is_not_missing() throws Exception {
        byte[] content = StoreRig.content(100_000);
        var object = StoreRig.object(content);
        Path sealed = Files.write(folder.resolve("sealed"), content);
        rig.fault(1).suffer(Kind.FAILING);
        assertEquals(1, rig.client().put(object, sealed, rig.mayPut(object), TransferProgress.none()));
        rig.fault(1).suffer(Kind.NONE);
        var puts = new AtomicLong();
        Gate counting = Gate.of(
                () -> {
                    puts.incrementAndGet();
                    return rig.mayPut(object).urls();
                },
                () -> rig.mayPut(object).statusUrls().orElseThrow());

        assertEquals(2, rig.client().complete(object, sealed, counting));

        assertEquals(1, puts.get());
        rig.kill(0);
        assertArrayEquals(content, rig.client().get(object, rig.mayGet(object)));
    }

    @Test
    void another_object_under_the_same_name_is_an_error() throws Exception {
        var name = ObjectName.random(new SecureRandom());
        byte[] firstContent = StoreRig.content(5000);
        var kept = StoreRig.object(name, firstContent);
        byte[] other = StoreRig.content(6000);
        var second = StoreRig.object(name, other);
        rig.client().put(kept, firstContent, rig.mayPut(kept));

        var failure =
                assertThrows(RecordIntegrityException.class, () -> rig.client().put(second, other, rig.mayPut(second)));

        assertEquals(IntegrityCheck.CIPHERTEXT_DIGEST, failure.check());
        assertArrayEquals(firstContent, rig.client().get(kept, rig.mayGet(kept)));
    }

    @Test
    void bytes_that_are_not_the_objects_are_refused_by_the_stores() {
        var object = StoreRig.object(StoreRig.content(5000));
        byte[] other = StoreRig.content(5000);

        var failure =
                assertThrows(RecordIntegrityException.class, () -> rig.client().put(object, other, rig.mayPut(object)));

        assertEquals(IntegrityCheck.CIPHERTEXT_DIGEST, failure.check());
        assertThrows(StoreUnavailableException.class, () -> rig.client().get(object, rig.mayGet(object)));
    }

    @Test
    void a_store_that_is_down_is_missing_in_the_count_and_completed_by_putting_again() throws Exception {
        byte[] content = StoreRig.content(5000);
        var object = StoreRig.object(content);
        rig.fault(1).suffer(Kind.FAILING);
        assertEquals(1, rig.client().put(object, content, rig.mayPut(object)));
        assertEquals(new StoreStatus(1, 2), rig.client().status());

        rig.fault(1).suffer(Kind.NONE);
        assertEquals(2, rig.client().put(object, content, rig.mayPut(object)));

        rig.kill(0);
        assertArrayEquals(content, rig.client().get(object, rig.mayGet(object)));
    }

    @Test
    void reading_goes_on_when_the_first_store_is_killed() throws Exception {
        byte[] content = StoreRig.content(5000);
        var object = StoreRig.object(content);
        rig.client().put(object, content, rig.mayPut(object));
        rig.kill(0);

        assertArrayEquals(content, rig.client().get(object, rig.mayGet(object)));
        assertEquals(new StoreStatus(1, 2), rig.client().status());
    }

    @Test
    void no_store_at_all_is_named() throws Exception {
        byte[] content = StoreRig.content(500);
        var object = StoreRig.object(content);
        rig.kill(0);
        rig.kill(1);

        assertThrows(StoreUnavailableException.class, () -> rig.client().put(object, content, rig.mayPut(object)));
        assertThrows(StoreUnavailableException.class, () -> rig.client().get(object, rig.mayGet(object)));
        assertEquals(new StoreStatus(0, 2), rig.client().status());
    }

    @Test
    void a_frozen_store_is_overtaken() throws Exception {
        byte[] content = StoreRig.content(5000);
        var object = StoreRig.object(content);
        rig.client().put(object, content, rig.mayPut(object));
        rig.fault(0).suffer(Kind.FROZEN);
        long start = System.nanoTime();

        assertArrayEquals(content, rig.client().get(object, rig.mayGet(object)));

        assertTrue(Duration.ofNanos(System.nanoTime() - start).compareTo(Duration.ofSeconds(3)) < 0);
        assertEquals(new StoreStatus(1, 2), rig.client().status());
    }

    @Test
    void a_frozen_store_does_not_hold_up_an_upload() throws Exception {
        byte[] content = StoreRig.content(5000);
        var object = StoreRig.object(content);
        rig.fault(0).suffer(Kind.FROZEN);
        long start = System.nanoTime();

        assertEquals(1, rig.client().put(object, content, rig.mayPut(object)));

        assertTrue(Duration.ofNanos(System.nanoTime() - start).compareTo(Duration.ofSeconds(3)) < 0);
    }

    @Test
    void a_store_that_stood_still_lately_is_given_only_a_moment_and_counts_again_when_it_is_back() throws Exception {
        byte[] content = StoreRig.content(5000);
        var object = StoreRig.object(content);
        var again = StoreRig.object(content);
        try (var client = rig.clientWithGrace(Duration.ofSeconds(20))) {
            client.put(object, content, rig.mayPut(object));
            rig.fault(0).suffer(Kind.FROZEN);
            client.get(object, rig.mayGet(object));
            long start = System.nanoTime();

            assertEquals(1, client.put(again, content, rig.mayPut(again)));
            assertTrue(Duration.ofNanos(System.nanoTime() - start).compareTo(Duration.ofSeconds(3)) < 0);

            rig.fault(0).end();
            assertEquals(2, client.put(again, content, rig.mayPut(again)));
            assertEquals(new StoreStatus(2, 2), client.status());
        }
    }

    @Test
    void a_single_frozen_store_is_given_up_in_the_end() throws Exception {
        byte[] content = StoreRig.content(5000);
        var object = StoreRig.object(content);
        rig.fault(0).suffer(Kind.FROZEN);
        rig.kill(1);

        assertThrows(StoreUnavailableException.class, () -> rig.client().get(object, rig.mayGet(object)));
    }

    @Test
    void a_lying_store_is_not_believed_while_another_tells_the_truth() throws Exception {
        byte[] content = StoreRig.content(300_000);
        var object = StoreRig.object(content);
        rig.client().put(object, content, rig.mayPut(object));
        rig.fault(0).suffer(Kind.LYING);

        assertArrayEquals(content, rig.client().get(object, rig.mayGet(object)));
    }

    @Test
    void lies_alone_end_in_an_integrity_failure_and_leave_no_file() throws Exception {
        byte[] content = StoreRig.content(300_000);
        var object = StoreRig.object(content);
        rig.client().put(object, content, rig.mayPut(object));
        rig.fault(0).suffer(Kind.LYING);
        rig.kill(1);
        Path targets = Files.createDirectory(folder.resolve("targets"));
        Path target = targets.resolve("target");

        var failure = assertThrows(
                RecordIntegrityException.class,
                () -> rig.client().get(object, target, rig.mayGet(object), TransferProgress.none()));

        assertEquals(IntegrityCheck.CIPHERTEXT_DIGEST, failure.check());
        assertEquals(List.of(), filesIn(targets));
    }

    @Test
    void a_cancelled_download_leaves_nothing() throws Exception {
        byte[] content = StoreRig.content(8 << 20);
        var object = StoreRig.object(content);
        rig.client().put(object, Files.write(folder.resolve("sealed"), content), rig.mayPut(object), cancelled(-1));
        Path targets = Files.createDirectory(folder.resolve("targets"));
        Path target = targets.resolve("target");

        assertThrows(
                CancellationException.class, () -> rig.client().get(object, target, rig.mayGet(object), cancelled(0)));

        assertEquals(List.of(), filesIn(targets));
    }

    @Test
    void a_cancelled_upload_ends_soon_and_can_be_done_again() throws Exception {
        byte[] content = StoreRig.content(8 << 20);
        var object = StoreRig.object(content);
        Path sealed = Files.write(folder.resolve("sealed"), content);
        rig.fault(0).suffer(Kind.FROZEN);
        rig.fault(1).suffer(Kind.FROZEN);

        assertThrows(
                CancellationException.class, () -> rig.client().put(object, sealed, rig.mayPut(object), cancelled(0)));

        rig.fault(0).end();
        rig.fault(1).end();
        assertEquals(2, rig.client().put(object, sealed, rig.mayPut(object), TransferProgress.none()));
    }

    @Test
    void a_refusal_of_the_gate_comes_through_unchanged_and_is_not_repeated() {
        byte[] content = StoreRig.content(500);
        var object = StoreRig.object(content);
        var refusal = new LedgerRefusalException(LedgerErrorCode.PERMIT_TOO_OLD, "the permit is three minutes old");
        var asked = new AtomicLong();
        Gate closed = () -> {
            asked.incrementAndGet();
            throw refusal;
        };

        assertSame(
                refusal,
                assertThrows(LedgerRefusalException.class, () -> rig.client().get(object, closed)));
        assertEquals(1, asked.get());
        assertSame(
                refusal,
                assertThrows(LedgerRefusalException.class, () -> rig.client().put(object, content, closed)));
    }

    @Test
    void each_repetition_gets_a_fresh_url() throws Exception {
        byte[] content = StoreRig.content(500);
        var object = StoreRig.object(content);
        rig.client().put(object, content, rig.mayPut(object));
        int before = rig.asked();
        rig.kill(1);
        rig.fault(0).suffer(Kind.FAILING);

        assertThrows(StoreUnavailableException.class, () -> rig.client().get(object, rig.mayGet(object)));

        assertTrue(rig.asked() - before > 3, "asked " + (rig.asked() - before) + " times");
    }

    @Test
    void a_url_that_leads_elsewhere_is_not_followed() throws Exception {
        byte[] content = StoreRig.content(500);
        var object = StoreRig.object(content);
        var decoy = StoreRig.object(StoreRig.content(500));
        rig.client().put(object, content, rig.mayPut(object));

        assertThrows(StoreUnavailableException.class, () -> rig.client().get(object, rig.mayGet(decoy)));
        assertThrows(
                StoreUnavailableException.class,
                () -> rig.client().get(object, rig.urls(signer -> toAnotherHost(signer.get(object.key())))));
    }

    @Test
    void an_empty_or_shortened_file_is_not_uploaded() throws Exception {
        byte[] content = StoreRig.content(500);
        StoredObject object = StoreRig.object(content);
        Path shortened = Files.write(folder.resolve("sealed"), new byte[499]);

        assertThrows(
                RecordIntegrityException.class,
                () -> rig.client().put(object, shortened, rig.mayPut(object), TransferProgress.none()));
        assertEquals(0, rig.asked());
    }

    @Test
    void no_failure_quotes_the_signed_url() throws Exception {
        byte[] content = StoreRig.content(500);
        var object = StoreRig.object(content);
        rig.client().put(object, content, rig.mayPut(object));
        var gates = List.of(
                rig.urls(signer -> altered(signer.get(object.key()), "X-Amz-Expires=60", "X-Amz-Expires=61")),
                rig.urls(signer -> altered(signer.get(object.key()), "X-Amz-SignedHeaders=host", "")),
                rig.urls(signer -> toAnotherHost(signer.get(object.key()))),
                rig.mayGet(StoreRig.object(content)));

        for (Gate gate : gates) {
            requireUnsigned(assertThrows(
                    StoreUnavailableException.class, () -> rig.client().get(object, gate)));
        }
        rig.kill(1);
        rig.fault(0).suffer(Kind.FAILING);
        requireUnsigned(
                assertThrows(StoreUnavailableException.class, () -> rig.client().get(object, rig.mayGet(object))));
    }

    private static StoreUrl altered(StoreUrl url, String from, String to) {
        assertTrue(url.url().contains(from), url.url());
        return new StoreUrl(url.store(), url.method(), url.url().replace(from, to), url.headers());
    }

    private static void requireUnsigned(StoreUnavailableException failure) {
        var trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertTrue(trace.toString().contains("Caused by"), "the trace says why");
        assertFalse(trace.toString().contains("X-Amz-"), trace.toString());
    }

    private static StoreUrl toAnotherHost(StoreUrl url) {
        return new StoreUrl(url.store(), url.method(), url.url().replace("127.0.0.1", "127.0.0.2"), url.headers());
    }

    private static TransferProgress cancelled(long after) {
        var moved = new AtomicLong(-1);
        return new TransferProgress() {
            @Override
            public void moved(long done, long total) {
                moved.set(done);
            }

            @Override
            public boolean isCancelled() {
                return after >= 0 && moved.get() >= after;
            }
        };
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
