// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.seal;

import aegle.crypto.OpaqueId;

/**
 * Which document, key and generation an envelope or label belongs to. The reader compares it with the ledger.
 *
 * @param fid the number under which the document was first uploaded
 * @param category the category's ledger name
 * @param epoch of the category's key, from 0
 * @param generation 0 until a rotation
 */
public record SealedContext(OpaqueId fid, String category, int epoch, int generation) {
    public SealedContext {
        TextBounds.requireLedgerName("category", category);
        if (epoch < 0 || generation < 0) {
            throw new IllegalArgumentException("epochs and generations count from 0");
        }
    }

    JsonObject appendTo(JsonObject json) {
        return json.id("fid", fid).text("cat", category).number("epoch", epoch).number("gen", generation);
    }

    static SealedContext read(JsonFields fields) {
        return new SealedContext(fields.id("fid"), fields.text("cat"), fields.number("epoch"), fields.number("gen"));
    }
}
