// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import aegle.embedded.s3.StoreFault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Two stores that lose what they are sent, stand still or lie, as a test says. */
final class UnsteadyStores implements StoreFault {
    private static final int GATHERING_SECONDS = 5;

    private final Map<String, Integer> arrivals = new ConcurrentHashMap<>();
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private volatile Predicate<String> missing = _ -> false;
    private volatile Predicate<String> failing = _ -> false;
    private volatile Predicate<String> lying = _ -> false;
    private volatile CountDownLatch gathered = new CountDownLatch(0);
    private volatile int gathering;

    /** From now on each of these objects reaches only the store that is asked first. */
    void missOneCopyOf(Predicate<String> keys) {
        arrivals.clear();
        missing = keys;
    }

    /** From now on no store answers about these objects. */
    void failAbout(Predicate<String> keys) {
        failing = keys;
    }

    void lieAbout(Predicate<String> keys) {
        lying = keys;
    }

    /** Let nobody pass until so many different objects are asked for at once, or five seconds have gone. */
    void gather(int objects) {
        waiting.clear();
        gathering = objects;
        gathered = new CountDownLatch(1);
    }

    boolean haveGathered() {
        return gathered.getCount() == 0;
    }

    void mend() {
        missing = _ -> false;
        failing = _ -> false;
        lying = _ -> false;
        gathered.countDown();
    }

    @Override
    public void arrived(String key) throws IOException {
        if (failing.test(key) || (missing.test(key) && arrivals.merge(key, 1, Integer::sum) > 1)) {
            throw new IOException("invented failure");
        }
        CountDownLatch all = gathered;
        if (all.getCount() > 0) {
            wait(key, all);
        }
    }

    @Override
    public InputStream sent(String key, InputStream stored) throws IOException {
        return lying.test(key) ? new ByteArrayInputStream(LyingStore.altered(stored.readAllBytes())) : stored;
    }

    private void wait(String key, CountDownLatch all) throws IOException {
        waiting.add(key);
        if (waiting.size() >= gathering) {
            all.countDown();
        }
        try {
            all.await(GATHERING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
