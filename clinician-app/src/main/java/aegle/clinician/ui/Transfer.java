// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui;

import aegle.desktop.kit.ProgressReport;
import aegle.sharing.TransferProgress;

/** Passes a transfer's progress on to the window, and the window's cancel to the transfer. */
public final class Transfer implements TransferProgress {
    private final ProgressReport report;

    public Transfer(ProgressReport report) {
        this.report = report;
    }

    @Override
    public void moved(long done, long total) {
        report.progress(done, total);
    }

    @Override
    public boolean isCancelled() {
        return report.isCancelled();
    }
}
