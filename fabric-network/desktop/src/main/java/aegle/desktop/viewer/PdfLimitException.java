// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

/**
 * PDFBox has done as much for one answer as {@link PdfLimits} allow, or nobody wants the answer any more.
 *
 * <p>Unchecked, because PDFBox goes on after most checked failures inside a document.
 */
final class PdfLimitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PdfLimitException(String limit) {
        super("a PDF exceeds the limit of " + limit);
    }
}
