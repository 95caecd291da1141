// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.seal;

import aegle.crypto.DecryptionException;
import aegle.crypto.FormatVersionUnknownException;
import aegle.crypto.identity.EncryptionKeyPair;
import aegle.crypto.identity.EncryptionRecipient;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * What a list shows of a document ({@code docs/label.md}): an age file to its category's recipient, authentic by its hash
 * on the ledger. No free text.
 *
 * @param documentType from the fixed list, by its ledger name
 * @param length of the document, in bytes
 * @param pages 0 if it has none
 */
public record DocumentLabel(
        SealedContext context, String documentType, LocalDate dateOfService, long length, int pages) {
    /** Of the sealed label, in bytes. */
    public static final int MAXIMUM_SEALED_LENGTH = 16 << 10;

    private static final VersionedFormat FORMAT = new VersionedFormat("label", 1);

    public DocumentLabel {
        TextBounds.requireLedgerName("documentType", documentType);
        if (length < 0 || pages < 0) {
            throw new IllegalArgumentException("lengths and pages are not negative");
        }
    }

    /** Seal to the recipient of the category's epoch. */
    public byte[] seal(EncryptionRecipient recipient) {
        return AgeFile.seal(encode(), recipient);
    }

    byte[] encode() {
        return context.appendTo(JsonObject.versioned(FORMAT))
                .text("documentType", documentType)
                .text("dateOfService", dateOfService.toString())
                .number("length", length)
                .number("pages", pages)
                .utf8();
    }

    /** Open with the keys of the category's epoch. */
    public static DocumentLabel open(byte[] sealed, EncryptionKeyPair keys)
            throws DecryptionException, FormatVersionUnknownException {
        byte[] plaintext = AgeFile.open(sealed, keys, MAXIMUM_SEALED_LENGTH);
        try {
            return decode(plaintext);
        } finally {
            Arrays.fill(plaintext, (byte) 0);
        }
    }

    /** Read what lay under the seal. */
    static DocumentLabel decode(byte[] plaintext) throws DecryptionException, FormatVersionUnknownException {
        return JsonFields.read(plaintext, FORMAT, DocumentLabel::read);
    }

    private static DocumentLabel read(JsonFields fields) {
        return new DocumentLabel(
                SealedContext.read(fields),
                fields.text("documentType"),
                LocalDate.parse(fields.text("dateOfService")),
                fields.integer("length"),
                fields.number("pages"));
    }

    @Override
    public String toString() {
        return "DocumentLabel[personal]";
    }
}
