// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.record;

/** {@code DOCUMENT_TOO_LARGE}: a document has more than {@value RecordCipher#MAXIMUM_DOCUMENT_LENGTH} bytes. */
public final class DocumentTooLargeException extends Exception {
    private static final long serialVersionUID = 1L;

    public DocumentTooLargeException() {
        super("a document has at most " + RecordCipher.MAXIMUM_DOCUMENT_LENGTH + " bytes");
    }
}
