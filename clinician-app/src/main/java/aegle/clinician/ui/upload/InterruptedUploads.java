// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui.upload;

import aegle.clinician.desk.UploadDesk;
import aegle.clinician.ui.Failures;
import aegle.clinician.ui.Wording;
import aegle.desktop.connection.ReportedTransfer;
import aegle.desktop.kit.BackgroundTasks;
import aegle.desktop.kit.ProgressReport;
import aegle.desktop.kit.RunningWork;
import aegle.sharing.SharingException;
import aegle.sharing.upload.PendingUpload;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Uploads that an earlier run of the program has left. Each is finished or given up by itself, so one that fails, whatever the
 * reason, keeps none of the others from it. On the window's thread.
 */
final class InterruptedUploads {
    private final Supplier<UploadDesk> desk;
    private final BackgroundTasks background;
    private final Failures failures;
    private final Wording wording;

    InterruptedUploads(Supplier<UploadDesk> desk, BackgroundTasks background, Failures failures, Wording wording) {
        this.desk = desk;
        this.background = background;
        this.failures = failures;
        this.wording = wording;
    }

    /** Say how many there are. */
    void count(Consumer<Integer> counted) {
        background
                .run("look for interrupted uploads", () -> desk.get().pending().size())
                .onSuccess(counted)
                .start();
    }

    /** Finish them; {@code running} gets each, {@code done} what came of all. */
    void resume(Consumer<RunningWork> running, Consumer<String> done) {
        begin(new Treatment("resume an upload", "upload.resumed", this::resume), running, done);
    }

    /** Give them up. */
    void discard(Consumer<RunningWork> running, Consumer<String> done) {
        begin(new Treatment("discard an upload", "upload.discarded", this::discard), running, done);
    }

    private void resume(PendingUpload pending, ProgressReport report) throws SharingException {
        desk.get().resume(pending, new ReportedTransfer(report));
    }

    private void discard(PendingUpload pending, ProgressReport report) throws SharingException {
        desk.get().discard(pending);
    }

    private void begin(Treatment treatment, Consumer<RunningWork> running, Consumer<String> done) {
        var round = new Round(treatment, running, done);
        background
                .run("look for interrupted uploads", () -> desk.get().pending())
                .onSuccess(round.left::addAll)
                .andFinally(round::next)
                .start();
    }

    /** What is done to one of them, how the log names it, and the sentence for those for which it worked. */
    private record Treatment(String what, String sentence, Step step) {}

    private interface Step {
        void of(PendingUpload pending, ProgressReport report) throws SharingException;
    }

    /** One after the other until none is left. */
    private final class Round {
        private final Treatment treatment;
        private final Consumer<RunningWork> running;
        private final Consumer<String> whenDone;
        private final Deque<PendingUpload> left = new ArrayDeque<>();
        private int begun;
        private int done;
        private String problem = "";

        Round(Treatment treatment, Consumer<RunningWork> running, Consumer<String> whenDone) {
            this.treatment = treatment;
            this.running = running;
            this.whenDone = whenDone;
        }

        void next() {
            PendingUpload pending = left.poll();
            if (pending == null) {
                whenDone.accept(sentence());
                return;
            }
            begun++;
            running.accept(background
                    .run(treatment.what(), report -> {
                        treatment.step().of(pending, report);
                        return pending;
                    })
                    .onDone(() -> done++)
                    .onFailure(failure -> problem = failures.explain(failure).whole())
                    .onCancelled(() -> {
                        left.clear();
                        problem = wording.text("upload.resume.cancelled");
                    })
                    .andFinally(this::next)
                    .start());
        }

        private String sentence() {
            String worked = wording.text(treatment.sentence(), done);
            if (begun == done) {
                return worked;
            }
            String why = problem.isEmpty() ? wording.text("upload.unexpected") : problem;
            return done == 0 ? why : worked + " " + why;
        }
    }
}
