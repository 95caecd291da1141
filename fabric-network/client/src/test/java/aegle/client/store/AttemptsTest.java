// SPDX-License-Identifier: Apache-2.0

package aegle.client.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aegle.client.store.AttemptResult.Moved;
import aegle.record.CiphertextDigest;
import aegle.record.ObjectName;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.ObjectKind;
import aegle.record.metadata.StoredObject;
import aegle.sharing.ConnectionProfile.Store;
import aegle.sharing.RecordStore.Gate;
import aegle.sharing.StoreUnavailableException;
import aegle.sharing.TransferProgress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AttemptsTest {
    private static final StoredObject OBJECT = new StoredObject(
            ObjectKey.of(ObjectKind.BODY, ObjectName.random(new SecureRandom())),
            CiphertextDigest.of(new byte[32]),
            100);
    private static final Gate CLOSED = () -> {
        throw new StoreUnavailableException("nobody is asked");
    };

    private final OkHttpClient http = new OkHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final GatedStore store = new GatedStore(
            Store.onThisComputer("one", "no address at all", "eu-central-1", "aegle"), http, StoreDeadlines.standard());

    @AfterEach
    void end() {
        threads.shutdownNow();
        http.dispatcher().executorService().shutdownNow();
    }

    @Test
    void an_attempt_that_breaks_off_has_ended() {
        try (var attempts = new Attempts(OBJECT, TransferProgress.none(), threads)) {
            attempts.start(store, _ -> {
                throw new IllegalArgumentException("a mistake");
            });
            attempts.start(store, _ -> new Moved());

            int moved = 0;
            while (attempts.areRunning()) {
                moved += attempts.next()
                        .filter(ended -> ended.result() instanceof Moved)
                        .map(_ -> 1)
                        .orElse(0);
            }

            assertEquals(1, moved);
            assertFalse(attempts.areRunning());
        }
    }

    @Test
    void an_upload_to_a_store_that_cannot_be_spoken_to_is_given_up() {
        var upload = new Upload(
                OBJECT, new Ciphertext.InMemory(new byte[100]), CLOSED, StoreDeadlines.standard(), GatedStore::put);
        try (var attempts = new Attempts(OBJECT, TransferProgress.none(), threads)) {
            assertThrows(StoreUnavailableException.class, () -> upload.into(List.of(store), attempts));
        }
    }

    @Test
    void a_download_from_a_store_that_cannot_be_spoken_to_is_given_up() {
        var download = new Download<>(OBJECT, Landing.InMemory::new, CLOSED, Duration.ofMillis(100));
        try (var attempts = new Attempts(OBJECT, TransferProgress.none(), threads)) {
            assertThrows(
                    StoreUnavailableException.class, () -> download.from(new ArrayDeque<>(List.of(store)), attempts));
        }
    }
}
