// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks.clinic;

import aegle.client.ledger.FabricRecordLedger;
import aegle.client.local.SqliteSealedStore;
import aegle.client.membership.HttpMembershipDirectory;
import aegle.client.store.S3RecordStore;
import aegle.crypto.identity.SigningKeyPair;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.MembershipDirectory;
import aegle.sharing.RecordLedger;
import aegle.sharing.RecordStore;
import aegle.sharing.SealedStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.ZoneOffset;

/** Where one participant works: her folder, and the adapters to one network. */
record Desk(
        ConnectionProfile profile,
        Path folder,
        Clock clock,
        SecureRandom random,
        MembershipDirectory membership,
        SealedStore memory,
        RecordStore store)
        implements AutoCloseable {

    static Desk at(ConnectionProfile profile, Path folder) throws IOException {
        Files.createDirectories(folder);
        Clock clock = Clock.tickMillis(ZoneOffset.UTC);
        var random = new SecureRandom();
        var memoryKey = new byte[32];
        random.nextBytes(memoryKey);
        return new Desk(
                profile,
                folder,
                clock,
                random,
                new HttpMembershipDirectory(profile, clock, random),
                SqliteSealedStore.open(folder.resolve("memory.sqlite"), memoryKey, random),
                new S3RecordStore(profile.stores()));
    }

    RecordLedger ledger(ConnectionProfile seenFrom, X509Certificate certificate, SigningKeyPair key) {
        return new FabricRecordLedger(seenFrom, certificate, key, clock);
    }

    @Override
    public void close() {
        store.close();
        memory.close();
        membership.close();
    }

    @Override
    public String toString() {
        return "Desk[" + folder + "]";
    }
}
