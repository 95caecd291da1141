// SPDX-License-Identifier: Apache-2.0

package aegle.sharing;

import aegle.record.command.TaggedSignature;

/** Whoever holds SKS_P and signs owner commands with it. */
@FunctionalInterface
public interface CommandSigner {
    TaggedSignature sign(byte[] command);
}
