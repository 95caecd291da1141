// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.record;

/**
 * What one pass of {@link RecordCipher} saw on both of its sides.
 *
 * @param plaintext of the document, for the commitment
 * @param ciphertext of the body as it lies in the store, for the ledger
 */
public record BodyDigests(ContentDigest plaintext, ContentDigest ciphertext) {}
