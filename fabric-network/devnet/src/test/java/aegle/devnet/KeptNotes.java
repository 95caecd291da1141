// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.sharing.SharingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody at work: keeps a note and reads it again, in a loop, and remembers every failure and the longest time that one took. */
final class KeptNotes implements AutoCloseable {
    private final InventedPatient patient;
    private final String prefix;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final List<String> failures = new ArrayList<>();
    private final CompletableFuture<Void> loop;
    private final AtomicInteger notes = new AtomicInteger();
    private long longestMilliseconds;

    private KeptNotes(InventedPatient patient, String prefix) {
        this.patient = patient;
        this.prefix = prefix;
        this.loop = new CompletableFuture<>();
    }

    /**
     * Begin.
     *
     * @param prefix tells these notes from others'
     */
    static KeptNotes by(InventedPatient patient, String prefix) {
        var work = new KeptNotes(patient, prefix);
        var _ = Thread.ofPlatform().name("notes").start(work::run);
        return work;
    }

    private void run() {
        try {
            while (!stopped.get()) {
                keepOne();
            }
            loop.complete(null);
        } catch (RuntimeException | Error e) {
            loop.completeExceptionally(e);
        }
    }

    private void keepOne() {
        String name = prefix + "-" + notes.get() + ".txt";
        long begin = System.nanoTime();
        try {
            patient.keep(name, name);
            if (!patient.read(name).equals(name)) {
                failures.add(name + " came back otherwise");
            }
        } catch (SharingException | IOException e) {
            failures.add(name + ": " + e);
        }
        longestMilliseconds = Math.max(longestMilliseconds, (System.nanoTime() - begin) / 1_000_000);
        notes.incrementAndGet();
    }

    /** End, and tell what failed. */
    List<String> failures() {
        close();
        return failures;
    }

    int notes() {
        return notes.get();
    }

    @Override
    public String toString() {
        return notes + " notes, the longest took " + longestMilliseconds + " ms, failed: " + failures;
    }

    @Override
    public void close() {
        stopped.set(true);
        loop.join();
    }
}
