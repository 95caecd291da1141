// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.seal;

import aegle.crypto.record.ContentDigest;

/**
 * What the uploader says of a document. Hostile until shown as plain text: a name may hold path separators or control
 * characters. Texts are put into NFC.
 *
 * @param content SHA-256 and length of the document, which the commitment covers
 * @param name the file's name, at most 255 characters
 * @param mediaType such as {@code application/pdf}, at most 127 characters
 * @param title at most 255 characters
 */
public record DocumentDescription(ContentDigest content, String name, String mediaType, String title) {
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_MEDIA_TYPE = 127;

    public DocumentDescription {
        name = TextBounds.bounded("name", name, LONGEST_NAME);
        mediaType = TextBounds.bounded("mime", mediaType, LONGEST_MEDIA_TYPE);
        title = TextBounds.bounded("title", title, LONGEST_NAME);
    }

    @Override
    public String toString() {
        return "DocumentDescription[personal]";
    }
}
