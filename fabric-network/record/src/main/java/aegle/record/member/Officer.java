// SPDX-License-Identifier: Apache-2.0

package aegle.record.member;

import aegle.record.KeyDigest;
import aegle.record.MspId;

/** Somebody who may make and unmake members of one hospital; known by the key of her certificate. */
public record Officer(KeyDigest key, MspId hospital) {}
