// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.connection;

import aegle.desktop.kit.ProgressReport;
import aegle.sharing.TransferProgress;

/** Tells the progress of a transfer to a window, and the window's wish to cancel to the transfer. */
public record ReportedTransfer(ProgressReport report) implements TransferProgress {
    @Override
    public void moved(long done, long total) {
        report.progress(done, total);
    }

    @Override
    public boolean isCancelled() {
        return report.isCancelled();
    }
}
