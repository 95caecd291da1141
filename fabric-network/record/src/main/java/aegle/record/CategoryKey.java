// SPDX-License-Identifier: Apache-2.0

package aegle.record;

import aegle.record.command.SignedStatement;
import aegle.record.command.TaggedSignature;
import aegle.record.metadata.DocumentCategory;

/** The public key to which documents of a category are sealed in its current epoch, with the owner's statement about it. */
public record CategoryKey(
        PatientPseudonym record,
        DocumentCategory category,
        int epoch,
        EncryptionPublicKey recipient,
        TaggedSignature statement) {

    public CategoryKey {
        if (epoch < 0) {
            throw new IllegalArgumentException("epochs count from 0");
        }
    }

    /** Tells whether the owner herself vouches for this recipient; readers and writers ask this of her pinned key. */
    public boolean isVouchedFor(NetworkId network, SigningPublicKey ownerKey) {
        return new SignedStatement.Recipient(network, record, category, epoch, recipient)
                .isSignedBy(ownerKey, statement);
    }
}
