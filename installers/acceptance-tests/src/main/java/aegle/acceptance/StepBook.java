// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance;

import aegle.acceptance.DemoReport.StepResult;
import aegle.sharing.SharingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down each step: whether it held, and how long it took. After one that did not hold, no other is tried. */
final class StepBook {
    private static final Logger LOG = LoggerFactory.getLogger(StepBook.class);

    private final List<StepResult> results = new ArrayList<>();
    private boolean broken;

    void play(Step step, Scene scene) {
        if (broken) {
            results.add(new StepResult(step, false, 0));
            return;
        }
        long begin = System.nanoTime();
        broken = !holds(step, scene);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        results.add(new StepResult(step, !broken, millis));
        LOG.info("{} {} after {} ms", broken ? "FAILED" : "ok    ", step.reportName(), millis);
    }

    private static boolean holds(Step step, Scene scene) {
        try {
            scene.play();
            return true;
        } catch (AssertionError e) {
            LOG.error("Step {} did not hold: {}", step.reportName(), e.getMessage());
            return false;
        } catch (IOException | SharingException | RuntimeException e) {
            LOG.error("Step {} did not hold", step.reportName(), e);
            return false;
        }
    }

    List<StepResult> results() {
        return List.copyOf(results);
    }

    /** What is done in a step; an error means that the step did not hold. */
    @FunctionalInterface
    interface Scene {
        void play() throws IOException, SharingException;
    }
}
