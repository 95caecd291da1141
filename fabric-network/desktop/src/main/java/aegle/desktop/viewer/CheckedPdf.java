// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

/**
 * What is known of a file that is a readable PDF.
 *
 * @param length in bytes
 * @param pages at least 1
 * @param text of the first pages, in the order in which the file has it; empty for a scan. Personal data
 */
public record CheckedPdf(long length, int pages, String text) {
    @Override
    public String toString() {
        return "CheckedPdf[personal]";
    }
}
