// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

/**
 * How far a piece of work is, in units of its own (bytes, documents).
 *
 * @param done units done, never more than {@code total}
 * @param total units in all; 0 when not known
 */
public record Progress(long done, long total) {
    /** Refuses negative amounts and more done than there is. */
    public Progress {
        if (done < 0 || total < 0 || (total > 0 && done > total)) {
            throw new IllegalArgumentException("progress " + done + " of " + total);
        }
    }

    /** Says whether the amount in all is known. */
    public boolean isMeasured() {
        return total > 0;
    }

    /** The part done, from 0 to 1; 0 when the amount in all is not known. */
    public double fraction() {
        return isMeasured() ? (double) done / total : 0;
    }
}
