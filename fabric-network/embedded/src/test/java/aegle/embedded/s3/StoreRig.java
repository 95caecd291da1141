// SPDX-License-Identifier: Apache-2.0

package aegle.embedded.s3;

import aegle.client.store.S3RecordStore;
import aegle.client.store.StoreDeadlines;
import aegle.record.Bytes;
import aegle.record.CiphertextDigest;
import aegle.record.ObjectName;
import aegle.record.call.StoreCalls.StoreUrl;
import aegle.record.call.StoreCalls.StoreUrls;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.ObjectKind;
import aegle.record.metadata.StoredObject;
import aegle.sharing.ConnectionProfile.Store;
import aegle.sharing.RecordStore.Gate;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** One or two embedded stores, the client's adapter before them, and a gate that allows everything. */
final class StoreRig implements AutoCloseable {
    static final StoreDeadlines IMPATIENT = new StoreDeadlines(
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            Duration.ofSeconds(6),
            Duration.ofMillis(300),
            Duration.ofMillis(1500));

    private final List<EmbeddedStore> servers = new ArrayList<>();
    private final List<SwitchableFault> faults = new ArrayList<>();
    private final List<HandSigner> signers = new ArrayList<>();
    private final List<Store> profile = new ArrayList<>();
    private final S3RecordStore client;
    private final AtomicInteger asked = new AtomicInteger();

    StoreRig(Path folder, int stores) throws IOException {
        for (int i = 0; i < stores; i++) {
            var keys = StoreKeyPair.generate(new SecureRandom());
            var fault = new SwitchableFault();
            var settings = new StoreSettings(folder.resolve("store" + i), 0, "aegle", keys);
            var server = EmbeddedStore.start(settings, fault);
            servers.add(server);
            faults.add(fault);
            signers.add(new HandSigner("store" + i, server, keys));
            profile.add(Store.onThisComputer("store" + i, server.endpoint(), "eu-central-1", "aegle"));
        }
        client = new S3RecordStore(profile, IMPATIENT);
    }

    S3RecordStore client() {
        return client;
    }

    /** A client that waits that long for the other store's copy. */
    S3RecordStore clientWithGrace(Duration grace) {
        return new S3RecordStore(
                profile,
                new StoreDeadlines(
                        IMPATIENT.connect(), IMPATIENT.idle(), IMPATIENT.answer(), IMPATIENT.hedge(), grace));
    }

    SwitchableFault fault(int store) {
        return faults.get(store);
    }

    HandSigner signer(int store) {
        return signers.get(store);
    }

    void kill(int store) throws IOException {
        servers.get(store).close();
    }

    /** How often the gate has been asked. */
    int asked() {
        return asked.get();
    }

    Gate mayPut(StoredObject object) {
        return Gate.of(urls(signer -> signer.put(object)), urls(signer -> signer.head(object.key())));
    }

    Gate mayGet(StoredObject object) {
        return urls(signer -> signer.get(object.key()));
    }

    Gate urls(Function<HandSigner, StoreUrl> sign) {
        return () -> {
            asked.incrementAndGet();
            return new StoreUrls(signers.stream().map(sign).toList(), Instant.now());
        };
    }

    static StoredObject object(byte[] content) {
        return object(ObjectName.random(new SecureRandom()), content);
    }

    static StoredObject object(ObjectName name, byte[] content) {
        return new StoredObject(ObjectKey.of(ObjectKind.BODY, name), digest(content), content.length);
    }

    static byte[] content(int length) {
        var content = new byte[length];
        new SecureRandom().nextBytes(content);
        return content;
    }

    @Override
    public void close() throws IOException {
        faults.forEach(SwitchableFault::end);
        client.close();
        for (EmbeddedStore server : servers) {
            server.close();
        }
    }

    private static CiphertextDigest digest(byte[] content) {
        try {
            return new CiphertextDigest(
                    Bytes.of(MessageDigest.getInstance("SHA-256").digest(content)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
